import { Command } from 'commander'
import { catalogue, embedded } from '../../instances/index.ts'

/** `isinglass instances list`: the embedded instances, and the best-known values that reports compare with. */
export function instancesCommand(): Command {
  const list = new Command('list').description('list embedded instances and known best values').action(() => {
    const rows = [
      ...embedded.map((i) => ['embedded', i.kind, i.name, i.bestKnown ?? '', i.source]),
      ...catalogue.map((i) => ['catalogue', i.kind, i.name, i.bestKnown, i.source]),
    ]
    process.stdout.write(`${rows.map((row) => row.join('\t')).join('\n')}\n`)
  })
  return new Command('instances').description('instances known here').addCommand(list, { isDefault: true })
}
