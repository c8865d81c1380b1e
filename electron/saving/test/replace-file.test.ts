/**
 * A saving that fails, is cut off, or loses its power, on a disk in memory: the old text is there or the new one, whole.
 */
import { describe, expect, it } from 'vitest';
import { isChanged, replaceFile, seenAs, sweep } from '../replace-file';
import { error, ModelDisk } from './model-disk';

const PATH = '/graph.nabla';
const OLD = 'the old graph';
const NEW = 'the new graph, thirty letters.';
const bytes = new TextEncoder().encode(NEW);

const save = (disk: ModelDisk) => replaceFile(disk, PATH, bytes);

const LEFT_OVER = /^\/\.graph\.nabla\.[0-9a-f]{16}\.nabla-tmp$/;

/** The old text or the new one under its name, and nothing else but what a sweep removes. */
async function expectWhole(disk: ModelDisk, before: string | undefined): Promise<void> {
  disk.before = () => {};
  expect([before, NEW]).toContain(disk.now().get(PATH));
  for (const name of disk.now().keys()) if (name !== PATH) expect(name).toMatch(LEFT_OVER);
  await sweep(disk, '/');
  expect([...disk.now().keys()].filter((name) => name !== PATH)).toEqual([]);
}

const STARTS = [
  ['over a file', { [PATH]: OLD }],
  ['where there is none', {}],
] as const;

describe.each(STARTS)('Saving %s', (_, files: Readonly<Record<string, string>>) => {
  const before = files[PATH];

  it('puts the new text there and leaves nothing else', async () => {
    const disk = new ModelDisk(files);
    expect(await save(disk)).toMatchObject({ size: NEW.length });
    expect([...disk.now()]).toEqual([[PATH, NEW]]);
  });

  it('is whole whenever the power goes, and lasts once it is done', async () => {
    const disk = new ModelDisk(files);
    let states = 0;
    const look = () => {
      for (const after of disk.afterPowerLoss()) {
        states += 1;
        expect([before, NEW]).toContain(after.get(PATH));
      }
    };
    disk.before = look;
    await save(disk);
    look();
    expect(states).toBeGreaterThan(90);
    for (const after of disk.afterPowerLoss()) expect(after.get(PATH)).toBe(NEW);
  });

  const calls = async () => {
    const disk = new ModelDisk(files);
    let count = 0;
    disk.before = () => {
      count += 1;
    };
    await save(disk);
    return count;
  };

  it.each(['EIO', 'ENOSPC', 'EACCES', 'EPERM', 'EBUSY', 'EMFILE', 'EROFS', 'EDQUOT'])(
    'is whole when any call fails with %s, once or from then on; the failure is told',
    async (code) => {
      const count = await calls();
      expect(count).toBeGreaterThanOrEqual(12);
      for (let failing = 1; failing <= count; failing++)
        for (const lasting of [false, true]) {
          const disk = new ModelDisk(files);
          let call = 0;
          disk.before = () => {
            call += 1;
            if (call === failing || (lasting && call > failing)) throw error(code);
          };
          const outcome = await save(disk).catch((reason: { code: string }) => reason.code);
          // Only where a system has no folders to sync does a failure not matter.
          if (typeof outcome !== 'string') expect(['EPERM', 'EACCES']).toContain(code);
          else expect(outcome).toBe(code);
          if (typeof outcome !== 'string') expect(disk.now().get(PATH)).toBe(NEW);
          await expectWhole(disk, before);
        }
    },
  );

  it('is whole however full the disk is, also where the disk says that it took what it did not', async () => {
    for (let room = 0; room <= NEW.length; room++)
      for (const lies of [false, true]) {
        const disk = new ModelDisk(files);
        Object.assign(disk, { room, lies });
        const outcome = await save(disk).catch((reason: { code: string }) => reason.code);
        const full = room < NEW.length;
        expect(outcome).toEqual(full ? 'ENOSPC' : expect.objectContaining({ size: NEW.length }));
        expect(disk.now().get(PATH)).toBe(full ? before : NEW);
        await expectWhole(disk, before);
      }
  });
});

describe('A file that somebody else has changed', () => {
  async function known(): Promise<{ disk: ModelDisk; seen: ReturnType<typeof seenAs> }> {
    const disk = new ModelDisk({ [PATH]: OLD });
    return { disk, seen: seenAs(await disk.stat(PATH), await disk.readFile(PATH)) };
  }

  it('is left as it is, and nothing beside it', async () => {
    const { disk, seen } = await known();
    disk.put(PATH, 'theirs');
    expect(await isChanged(disk, PATH, seen)).toBe(true);
    expect(await replaceFile(disk, PATH, bytes, seen)).toBeUndefined();
    expect([...disk.now()]).toEqual([[PATH, 'theirs']]);
  });

  it('is noticed even when it changes while ours is being written', async () => {
    const { disk, seen } = await known();
    disk.before = () => {
      if (disk.now().size > 1 && disk.now().get(PATH) === OLD) disk.put(PATH, 'theirs');
    };
    expect(await replaceFile(disk, PATH, bytes, seen)).toBeUndefined();
    expect(disk.now().get(PATH)).toBe('theirs');
  });

  it('is noticed when its length stays the same, and not when only its time is another', async () => {
    const { disk, seen } = await known();
    disk.put(PATH, OLD.toUpperCase());
    expect(await isChanged(disk, PATH, seen)).toBe(true);
    disk.put(PATH, OLD);
    expect(await isChanged(disk, PATH, seen)).toBe(false);
    expect(await replaceFile(disk, PATH, bytes, seen)).toMatchObject({ size: NEW.length });
  });

  it('may be gone: it is written again', async () => {
    const { disk, seen } = await known();
    await disk.unlink(PATH);
    expect(await replaceFile(disk, PATH, bytes, seen)).toMatchObject({ size: NEW.length });
  });
});

it('A sweep removes what savings left, and nothing that looks nearly so', async () => {
  const others = [
    '/.graph.nabla',
    '/graph.nabla-tmp',
    '/.x.0123456789abcdeg.nabla-tmp',
    '/.0123456789abcdef.nabla-tmp',
  ];
  const disk = new ModelDisk({
    ...Object.fromEntries(others.map((name) => [name, 'somebody’s'])),
    '/.graph.nabla.0123456789abcdef.nabla-tmp': 'left',
  });
  await sweep(disk, '/');
  expect([...disk.now().keys()]).toEqual(others);
});
