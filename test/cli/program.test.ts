import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { complain } from '../../src/cli/complain.ts'
import { createProgram } from '../../src/cli/program.ts'

/** A folder of standard instances, where the environment names one. */
const given = process.env.ISINGLASS_INSTANCES
const folder = mkdtempSync(join(tmpdir(), 'isinglass-'))
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const table = file('t.csv', 'a,b,c,k\n1,2,3,x\n2,1,3,y\n1,1,2,x\n2,2,1,y\n')
const stranger = file('stranger.json', '{"problem":"toString","input":{}}')

let out = ''
let err = ''
beforeEach(() => {
  out = err = ''
  const into = (add: (text: string) => void) =>
    ((text: string) => {
      add(String(text))
      return true
    }) as never
  vi.spyOn(process.stdout, 'write').mockImplementation(into((text) => (out += text)))
  vi.spyOn(process.stderr, 'write').mockImplementation(into((text) => (err += text)))
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

/** The exit code. */
async function isinglass(...words: string[]): Promise<number> {
  try {
    await createProgram().parseAsync(['node', 'isinglass', ...words])
    return Number(process.exitCode ?? 0)
  } catch (error) {
    return complain(error)
  }
}

const deep = `${'race('.repeat(20_000)}anneal${')'.repeat(20_000)}`

describe('bad usage is one line, exit code 2 and no output', () => {
  it.each([
    [['solve'], "missing required argument 'file'"],
    [['solve', 'nofile'], 'FILE_NOT_FOUND: nofile: there is no such file'],
    [['solve', ''], 'FILE_NOT_FOUND: "": there is no such file'],
    [['solve', folder], 'it is a folder'],
    [['solve', 'a\nb'], 'FILE_NOT_FOUND: a b: there is no such file'],
    [['solve', 'x'.repeat(5000)], 'the path is too long'],
    [['solve', '/dev/zero'], 'it is larger than 500 MB'],
    [['solve', 'petersen', 'burma14'], 'too many arguments'],
    [['solve', 'petersen', '--tim', '5'], "unknown option '--tim'. Use --time."],
    [['solv'], "unknown command 'solv'. Use solve."],
    [['help', 'nope'], 'no command is called "nope"'],
    [['instances', 'bogus'], 'too many arguments'],
    [['instances', 'list', '--x'], "unknown option '--x'"],
    [['solve', 'petersen', '--as', 'nope'], '--as: no problem is called "nope". Use '],
    [['solve', 'petersen', '--as', 'toString'], 'no problem is called "toString"'],
    [['solve', stranger], 'no problem is called "toString"'],
    [['solve', table, '--set', 'choose'], '--set: "choose" is not key=value'],
    [['solve', table, '--set', 'choose=x'], '"x" is not a whole number of at least 1'],
    [['solve', table, '--set', 'choose=99'], '"choose" is 99 but there are 3 features'],
    [['solve', table, '--set', 'choose=2', 'redundancy=-1'], 'redundancy: -1 is too small. Give at least 0.'],
    [['solve', 'petersen', '--time', '0'], '--time: "0" is not a number above 0'],
    [['solve', 'petersen', '--time', '1e99'], '--time: "1e99" is not a number above 0, up to 2147483647'],
    [['solve', 'petersen', '--work', '0x10'], '--work: "0x10" is not a number above 0'],
    [['solve', 'petersen', '--threads', '1.5'], '--threads: "1.5" is not a whole number from 1 to 256'],
    [['solve', 'petersen', '--target', 'NaN'], '--target: "NaN" is not a finite number'],
    [['solve', 'petersen', '--solver', 'anneal('], 'SPEC_INVALID: "anneal(", character 8'],
    [['solve', 'petersen', '--solver', 'within(-5,anneal)'], 'within, ms: -5 is too small. Give more than 0.'],
    [['solve', 'petersen', '--solver', 'race()'], 'race: it nests at least 1 solver, not 0. Write it as race(A,B,…).'],
    [['solve', 'petersen', '--solver', 'anneal(sweep=5)'], 'anneal: "sweep" is not known here. Use reads, sweeps,'],
    [['solve', 'petersen', '--solver', deep], 'solvers are nested more than 32 deep'],
    [['serve', '--port', '99999'], '--port: "99999" is no port. Give a number from 0 to 65535.'],
    [['serve', '--threads', '0'], '--threads: "0" is not a whole number from 1 to 64'],
    [['solve', 'petersen', '--out', folder], 'FILE_NOT_WRITTEN'],
    [['solve', 'petersen', '--out', join(folder, 'none', 'x')], 'there is no such folder'],
    [['solve', 'petersen', '--picture', ''], 'FILE_NOT_WRITTEN: "": there is no such folder'],
    [['solve', 'petersen', '--picture', 'x.png'], '--picture x.png: pictures are SVG. Name a file.svg.'],
    [['solve', 'petersen', '--picture', join(folder, 'x.JPEG')], 'x.JPEG: pictures are SVG'],
    [['solve', 'petersen', '--picture', 'x.svg.pdf'], 'pictures are SVG'],
    [['solve', table, '--set', 'choose=2', '--out', table], 'it is the instance itself'],
    [['solve', 'petersen', '--record', folder], 'FILE_NOT_WRITTEN'],
    [['solve', 'petersen', '--out', 'x', '--picture', 'x'], '--out and --picture are both "x"'],
  ])('%j', async (words, message) => {
    const before = readdirSync(folder)
    expect(await isinglass(...words)).toBe(2)
    expect(err).toContain(message)
    expect(err).toMatch(/^isinglass: [A-Z_]+: [^\n]*\.\n$/)
    expect(out).toBe('')
    expect(readdirSync(folder)).toEqual(before)
  })
})

describe('help', () => {
  it.each([['--help'], ['help'], ['help', 'solve'], ['solve', '--help'], ['--version']])(
    '%s %s is exit code 0',
    async (...words) => {
      expect(await isinglass(...words.filter((word) => word !== undefined))).toBe(0)
      expect([out.length > 5, err]).toEqual([true, ''])
    },
  )

  it('stands on standard error when nothing was asked', async () => {
    expect(await isinglass()).toBe(2)
    expect(err).toMatch(/^Usage: isinglass[\s\S]*Exit codes[\s\S]*143 terminated\.\n$/)
  })
})

describe('lists', () => {
  it.each(['solvers', 'problems'])('%s: a name, a tab and a few words in each line', async (command) => {
    expect(await isinglass(command)).toBe(0)
    for (const line of out.trimEnd().split('\n')) expect(line).toMatch(/^\w+\t.{10,}$/)
  })
})

describe('solve', () => {
  it('prints the answer although a file could not take it', async () => {
    expect(await isinglass('solve', 'petersen', '--work', '1e5', '--json', '--out', '/dev/full')).toBe(2)
    expect(err).toContain('the device is full')
    expect(JSON.parse(out).cost).toBe(12)
  })

  it('names a seed in the replay line as a shell reads it back', async () => {
    expect(await isinglass('solve', 'petersen', '--work', '1e4', '--json', '--seed', "it's")).toBe(0)
    expect(JSON.parse(out).provenance.replay).toMatch(/--seed 'it'\\''s'$/)
  })
  it('appends a line about every run to the record, also of one that failed', async () => {
    const log = join(folder, 'log.jsonl')
    expect(await isinglass('solve', 'petersen', '--work', '1e5', '--record', log)).toBe(0)
    expect(await isinglass('solve', 'petersen', '--solver', 'byParts(anneal)', '--record', log)).toBe(2)
    const lines = readFileSync(log, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toMatchObject([
      { instance: 'petersen', problem: 'maxCut', outcome: { cost: 12 }, options: { work: 1e5, seed: '0' } },
      { instance: 'petersen', outcome: { status: 'failed', code: 'UNSUPPORTED' } },
    ])
    expect(Date.parse(lines[0].at)).toBeGreaterThan(0)
  })
})

describe('standard instances', () => {
  const [cache, local] = ['cache', 'local'].map((name) => join(folder, name))
  beforeEach(() => {
    vi.stubEnv('ISINGLASS_CACHE', cache)
    vi.stubEnv('ISINGLASS_INSTANCES', '')
  })
  afterEach(() => vi.unstubAllEnvs())

  it('are listed with where they are', async () => {
    expect(await isinglass('instances', 'list')).toBe(0)
    expect(out).toMatch(/^embedded\tmaxCut\tpetersen\t12\t/m)
    expect(out).toMatch(/^to fetch\ttsp\tberlin52\t7542\?\t/m)
  })

  it('that are not at hand are refused with the command that fetches them', async () => {
    expect(await isinglass('solve', 'berlin52')).toBe(2)
    expect(err).toMatch(/berlin52: it is a standard instance that is not at hand. Fetch it: isinglass instances fetch/)
  })

  it('are refused when nothing, or nothing known, is named', async () => {
    expect(await isinglass('instances', 'fetch')).toBe(2)
    expect(err).toContain('nothing is named')
    expect(await isinglass('instances', 'fetch', 'nobody')).toBe(2)
    expect(err).toContain('no standard instance is called "nobody"')
  })

  it('that no folder holds are told one by one', async () => {
    mkdirSync(local, { recursive: true })
    expect(await isinglass('instances', 'fetch', 'burma14', 'gr17', '--from', local)).toBe(1)
    expect(err).toMatch(/FETCH_FAILED: burma14.tsp: no unchanged copy[^\n]*\n[^\n]*FETCH_FAILED: gr17.tsp/)
    expect(out).toMatch(/^0 fetched, 0 there, 2 failed: /)
  })

  it('that were changed are found out', async () => {
    mkdirSync(join(cache, 'tsp'), { recursive: true })
    writeFileSync(join(cache, 'tsp', 'burma14.tsp'), 'spoilt')
    expect(await isinglass('instances', 'verify')).toBe(1)
    expect(out).toMatch(/^changed\ttsp\/burma14.tsp\n0 ok, 1 not: /)
    expect(await isinglass('instances', 'verify', 'gr17')).toBe(1)
    expect(out).toMatch(/^missing\ttsp\/gr17.tsp$/m)
  })

  it.skipIf(!given)('are fetched from a local folder, verified, and solved by name', async () => {
    expect(await isinglass('instances', 'fetch', 'gr17', 'ft06', '--from', given as string)).toBe(0)
    expect(out).toMatch(/^copied\ttsp\/gr17.tsp\ncopied\tjobshop\/ft06\n2 fetched, 0 there, 0 failed: /)
    out = ''
    expect(await isinglass('instances', 'verify', 'gr17', 'ft06')).toBe(0)
    expect(out).toMatch(/^ok\ttsp\/gr17.tsp\nok\tjobshop\/ft06\n2 ok, 0 not: /)
    out = ''
    expect(await isinglass('solve', 'bayg29', '--work', '1e4')).toBe(2)
    expect(await isinglass('solve', 'GR17', '--work', '1e5', '--json')).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ problem: 'tsp', bestKnown: 2085, feasible: true })
  })
})
