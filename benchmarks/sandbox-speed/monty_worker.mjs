// Runs programs in Monty, with limits when the one argument is "limits". One JSON request a line, one JSON answer.
import { createInterface } from 'node:readline'
import { Monty } from '@pydantic/monty'

const limits = process.argv[2] === 'limits'
  ? { maxDurationSecs: 60, maxMemory: 256 * 1024 * 1024, maxAllocations: 1e9, maxRecursionDepth: 1000 }
  : undefined
const temperatures = { Oslo: 4.5, Rome: 21.25 }
const externalFunctions = {
  list_users: () => [
    { name: 'ann', city: 'Oslo', active: true },
    { name: 'bob', city: 'Cairo', active: false },
    { name: 'cid', city: 'Rome', active: true },
  ],
  get_weather: city => ({ city, temp: temperatures[city] }),
  save_report: text => text.length,
  echo: value => value,
}

for await (const line of createInterface({ input: process.stdin })) {
  const { source, times } = JSON.parse(line)
  let output = ''
  const options = { limits, externalFunctions, printCallback: (_, text) => { output += text } }
  const start = process.hrtime.bigint()
  for (let i = 0; i < times; i++) new Monty(source).run(options)
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  console.log(JSON.stringify({ seconds, output }))
}
