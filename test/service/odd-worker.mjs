/** A worker that does what its order's body says. */
import { parentPort } from 'node:worker_threads'

parentPort.on('message', ({ type, order }) => {
  if (type !== 'work') return
  const { input } = JSON.parse(order.body)
  if (input.c === 1)
    parentPort.postMessage({ type: 'incumbent', json: '{"cost":7,"afterMs":1,"foundBy":"x","answer":1}' })
  if (input.a === 1) process.exit(3)
  if (input.a === 2) throw new Error('boom')
  if (input.a === 3) for (;;);
  const fault = {
    type: '',
    title: '',
    status: 500,
    detail: '',
    code: 'SOLVER_FAILED',
    what: 'ended well',
    where: null,
    remedy: '',
  }
  parentPort.postMessage({ type: 'ended', ending: { kind: 'fault', fault } })
})

parentPort.postMessage({ type: 'ready' })
