// docxtemplater: node docxtemplater_side.js TEMPLATE CONTEXT.json. A document is compiled anew, as its manual has it.
const fs = require('fs')
const Docxtemplater = require('docxtemplater')
const PizZip = require('pizzip')
const { takeTurns } = require('./turns.js')

const [template, context] = process.argv.slice(2)
const content = fs.readFileSync(template)
const data = JSON.parse(fs.readFileSync(context))
takeTurns((done) => {
  const document = new Docxtemplater(new PizZip(content), { paragraphLoop: true, linebreaks: true })
  document.render(data)
  done(null, document.toBuffer({ compression: 'DEFLATE' }))
})
