// As turns.py, for the peers of Node: `make` takes a callback (error, content).
const fs = require('fs')
const readline = require('readline')

exports.takeTurns = function (make) {
  let made = null
  const lines = readline.createInterface({ input: process.stdin })
  const waiting = []
  const next = () => {
    if (made === null || waiting.length === 0) return
    const told = JSON.parse(waiting.shift())
    if (told.save) {
      fs.writeFileSync(told.save, made)
      console.log('{}')
      return next()
    }
    const began = performance.now()
    const cpu = process.cpuUsage()
    let documents = 0
    const again = (error) => {
      if (error) throw error
      documents += 1
      const seconds = (performance.now() - began) / 1000
      if (seconds < told.seconds) return setImmediate(() => make(again))
      const used = process.cpuUsage(cpu)
      const megabytes = process.resourceUsage().maxRSS * 1024 / 1e6
      console.log(JSON.stringify({ seconds, cpu: (used.user + used.system) / 1e6, documents, megabytes }))
      next()
    }
    make(again)
  }
  lines.on('line', (line) => { waiting.push(line); next() })
  make((error, content) => {
    if (error) throw error
    made = content
    next()
  })
}
