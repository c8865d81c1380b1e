/**
 * Takes the pictures of the documentation: the first screen and the six cases, light and dark. `npm run pictures`.
 */
import { mkdirSync } from 'node:fs';
import { jacobianOf, nodeOf, openLesson, setStage } from '../tests/e2e/page';

const FOLDER = 'docs/images';

mkdirSync(FOLDER, { recursive: true });
const stage = await setStage();
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await stage.open({ colorScheme });
    await page.screenshot({ path: `${FOLDER}/gallery-${colorScheme}.png` });
    for (let n = 1; n <= 6; n++) {
      await openLesson(page, `Case ${n}`);
      if (n === 6) await nodeOf(page, 'x').locator('header').click();
      if (n === 5) await jacobianOf(page, 'g', 'f').click();
      await page.waitForTimeout(300);
      await page.screenshot({ path: `${FOLDER}/case-${n}-${colorScheme}.png` });
      await page.getByRole('button', { name: 'Gallery' }).click();
    }
    await page.context().close();
  }
} finally {
  await stage.close();
}
