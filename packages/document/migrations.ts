/**
 * Old files are opened for ever. Append-only: entry i turns a raw file of version i + 1 into one of version i + 2, and its frozen fixture in
 * fixtures/ is never edited.
 */
export type Migration = (raw: Record<string, unknown>) => Record<string, unknown>;

export const migrations: readonly Migration[] = [];

export const CURRENT_VERSION = migrations.length + 1;

/** Brings a raw file of an older version up to date, one version at a time. */
export function migrate(
  raw: Record<string, unknown>,
  table: readonly Migration[] = migrations,
): Record<string, unknown> {
  let current = raw;
  for (let version = raw.version as number; version <= table.length; version++)
    current = { ...table[version - 1](current), version: version + 1 };
  return current;
}
