// Takes a picture of every screen in both sizes and themes and runs axe on each. Uses a Chromium that is installed already.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const out = process.env.LOOK_OUT ?? 'look';
mkdirSync(out, { recursive: true });
const server = await createServer({ server: { port: 5199 }, logLevel: 'error' });
await server.listen();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'] });
const STEPS = ['site', 'assets', 'plan', 'targets', 'technical', 'programme', 'gap', 'report'];
let serious = 0;
/** One pixel, as a screenshot in the clipboard. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

function wrong(what) {
  serious += 1;
  console.log('wrong:', what);
}
/** Pastes a picture, drops a file, answers in the table by keyboard, looks at the dialogs of the walk-down. */
async function questions(page, shot) {
  await page.evaluate((pixel) => {
    const bytes = Uint8Array.from(atob(pixel), (letter) => letter.charCodeAt(0));
    const given = (name, type, content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], name, { type }));
      return data;
    };
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: given('image.png', 'image/png', bytes), bubbles: true, cancelable: true }));
    document.querySelector('[data-testid="question-card"]').dispatchEvent(new DragEvent('drop', { dataTransfer: given('rules.txt', 'text/plain', 'permit any'), bubbles: true, cancelable: true }));
  }, PIXEL);
  await page.getByTestId('thumbnail').first().waitFor();
  await page.getByTestId('evidence-file').nth(1).waitFor();
  await page.getByTestId('evidence').scrollIntoViewIfNeeded();
  await shot('evidence');
  for (const id of ['walkdown-take', 'walkdown-read']) {
    await page.getByTestId(id).click();
    if (id === 'walkdown-read') {
      await page.getByTestId('walkdown-pick').click();
      await page.getByTestId('walkdown-answers').waitFor();
    }
    await shot(id);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('t');
  const grid = page.getByTestId('question-table');
  await grid.waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('3');
  await page.waitForTimeout(150);
  const second = grid.getByRole('row', { selected: true });
  if ((await second.getAttribute('aria-rowindex')) !== '3') wrong('the arrow key did not move to the second row');
  if (!(await second.getByRole('radio').nth(2).isChecked())) wrong('the digit 3 did not choose the third answer');
  await shot('table');
  if ((await page.locator('[aria-activedescendant]').getAttribute('aria-activedescendant')) !== (await second.getAttribute('id'))) wrong('the grid does not name its current row');
  await page.keyboard.press('Enter');
  await page.getByTestId('question-card').waitFor();
  if (!(await page.getByTestId('choice-3').getAttribute('aria-checked')).includes('true')) wrong('Enter did not open the question of the row');
}
/** Frames while `move` runs on each: times between them in ascending order, and how many tasks took over 50 ms. */
function frames(page, move) {
  return page.evaluate((px) => new Promise((done) => {
    const grid = document.querySelector('[data-testid="question-table"]');
    const [times, long] = [[], []];
    new PerformanceObserver((list) => long.push(...list.getEntries())).observe({ type: 'longtask' });
    let before = performance.now();
    const step = (now) => {
      times.push(now - before);
      before = now;
      grid.scrollTop += px;
      if (times.length < 240) requestAnimationFrame(step);
      else done({ times: times.slice(1).sort((a, b) => a - b), long: long.length, at: grid.scrollTop });
    };
    requestAnimationFrame(step);
  }), move);
}
/** Scrolls the table with 3,000 questions, nine rows a frame, and tells the time between frames beside that of a table at rest. */
async function scrolling() {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto('http://localhost:5199/dev/index.html?open&many');
  await page.getByTestId('nav-technical').click();
  await page.getByTestId('view-table').click();
  const grid = page.getByTestId('question-table');
  await grid.waitFor();
  await page.waitForTimeout(1500);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const busy = async () => (await cdp.send('Performance.getMetrics')).metrics.find((m) => m.name === 'TaskDuration').value * 1000;
  const [rows, drawn] = [Number(await grid.getAttribute('aria-rowcount')) - 1, await grid.locator('[aria-selected]').count()];
  for (const [what, px] of [['at rest', 0], ['scrolling', 400]]) {
    const before = await busy();
    const { times, long, at } = await frames(page, px);
    const share = (part) => times[Math.floor((times.length - 1) * part)].toFixed(1);
    console.log(`table of ${rows} rows, ${drawn} drawn, ${what} to ${at} px: median ${share(0.5)} ms, 95 % ${share(0.95)} ms, longest ${share(1)} ms between frames; ${((await busy() - before) / 240).toFixed(1)} ms of work per frame, ${long} tasks over 50 ms`);
  }
  if (rows < 3000 || drawn > 60) wrong('the long table is not drawn in part only');
  await page.close();
}
for (const [width, height] of [[1280, 800], [1920, 1080]]) {
  for (const scheme of ['light', 'dark']) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce' });
    page.setDefaultTimeout(8000);
    page.on('pageerror', (error) => { serious += 1; console.log('page error:', error.message); });
    page.on('console', (m) => { if (m.type() === 'error' || m.type() === 'warning') console.log(m.type(), m.text()); });
    const shot = async (name) => {
      await page.screenshot({ path: `${out}/${name}-${width}-${scheme}.png` });
      if (width !== 1280) return;
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run());
      for (const v of violations) {
        if (v.impact === 'serious' || v.impact === 'critical') serious += 1;
        console.log(`${name} ${scheme} ${v.impact} ${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.target} ${n.any[0]?.message ?? ''}`).join(' | ')}`);
      }
    };
    const base = 'http://localhost:5199/dev/index.html';
    await page.goto(base);
    await page.getByTestId('start-sample').waitFor();
    await shot('start');
    await page.goto(`${base}?open`);
    for (const step of STEPS) {
      await page.getByTestId(`nav-${step}`).click();
      await page.getByTestId(`screen-${step}`).waitFor();
      await page.waitForTimeout(250);
      if (step === 'plan') await page.mouse.click(width === 1280 ? 560 : 800, height === 800 ? 520 : 620);
      await shot(step);
      if (step === 'assets') {
        await page.getByTestId('import').click();
        await page.getByTestId('import-pick').click();
        await page.getByTestId('import-columns').waitFor();
        await shot('import');
        await page.keyboard.press('Escape');
      }
      if (step === 'plan') {
        await page.getByTestId('inspector-facts').locator('summary').click();
        await page.getByTestId('fact-wireless-no').check();
        await page.getByTestId('fact-wireless').scrollIntoViewIfNeeded();
        await shot('plan-facts');
        await page.getByTestId('tab-outline').click();
        await shot('outline');
      }
      if (step === 'technical') {
        await page.getByTestId('open-facts').click();
        await page.getByTestId('fact-human_users-no').check();
        await shot('facts');
        await page.keyboard.press('Escape');
        await shot('not-needed');
        await page.getByTestId('open-facts').click();
        await page.getByTestId('fact-human_users-unsaid').check();
        await page.keyboard.press('Escape');
      }
      if (step === 'technical') await questions(page, shot);
      if (step === 'report') {
        await page.getByTestId('verify').click();
        await page.getByTestId('verification').waitFor();
        await shot('verified');
      }
    }
    await page.getByTestId('nav-standards').click();
    await page.getByTestId('control-A.8.13').click();
    await shot('standards');
    await page.getByTestId('standards-tab-alone').click();
    await shot('standards-alone');
    await page.keyboard.press('Control+k');
    await page.getByTestId('palette-search').waitFor();
    await shot('palette');
    await page.close();
  }
}
await scrolling();
await browser.close();
await server.close();
console.log(serious === 0 ? 'no serious findings' : `${serious} serious findings`);
process.exitCode = serious === 0 ? 0 : 1;
