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
await browser.close();
await server.close();
console.log(serious === 0 ? 'no serious findings' : `${serious} serious findings`);
process.exitCode = serious === 0 ? 0 : 1;
