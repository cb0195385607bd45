// Carbone: node carbone_side.js TEMPLATE CONTEXT.json
const fs = require('fs')
const carbone = require('carbone')
const { takeTurns } = require('./turns.js')

const [template, context] = process.argv.slice(2)
const data = JSON.parse(fs.readFileSync(context))
takeTurns((done) => carbone.render(template, data, done))
