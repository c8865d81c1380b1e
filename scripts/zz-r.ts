import { setStage, openText } from '../tests/e2e/page';
import { graphOf } from '../bench/editor/graphs';
import { writeText } from '#document';
const stage = await setStage();
const page = await stage.open({ viewport: { width: 1440, height: 900 } });
await openText(page, writeText(graphOf(200, 1.6)));
await page.keyboard.press('F10'); await page.waitForTimeout(500);
const css = process.env.CSS; if (css) await page.addStyleTag({ content: css });
const hide = process.env.HIDE; if (hide) await page.evaluate((h) => { for (const e of document.querySelectorAll(h)) (e as HTMLElement).style.display = 'none'; }, hide);
for (let round = 0; round < 3; round++) {
const t = await page.evaluate(async () => { const times: number[] = []; for (let i = 0; i < 30; i++) { const t0 = performance.now(); dispatchEvent(new KeyboardEvent('keydown', { key: 'F10', code: 'F10', bubbles: true })); await new Promise((r) => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => r(0); c.port2.postMessage(0); })); times.push(performance.now() - t0); } return times.sort((a, b) => a - b); });
console.log('median', t[15].toFixed(1), 'p95', t[28].toFixed(1));
}
await stage.close(); process.exit(0);
