/**
 * The stage for a file of tests: one browser for all of them, one page for each.
 */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Stage, setStage } from './page';

/** Sets the stage before the tests. After each its page is closed, and nothing may have gone wrong in it. */
export function stageFor(page: () => Page): Stage {
  const stage = {} as Stage;
  beforeAll(async () => {
    Object.assign(stage, await setStage());
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    await page().context().close();
    expect(stage.troubles.splice(0)).toEqual([]);
  });
  return stage;
}
