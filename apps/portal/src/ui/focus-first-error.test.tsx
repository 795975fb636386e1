import { expect, test, vi } from 'vitest';
import { focusFirstError } from './focus-first-error.js';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

test('the first field that is marked as wrong has the focus, also where the marks are drawn some frames later', async () => {
  document.body.innerHTML = '<form><input name="right"><input name="wrong"><input name="also"></form>';
  const form = document.querySelector('form');
  if (!form) throw new Error('no form');
  focusFirstError(form);
  for (let count = 0; count < 3; count += 1) await frame();
  for (const name of ['wrong', 'also']) form.querySelector(`[name=${name}]`)?.setAttribute('aria-invalid', 'true');
  await vi.waitUntil(() => document.activeElement?.getAttribute('name') === 'wrong', { timeout: 5_000 });
  form.querySelector<HTMLElement>('[name=right]')?.focus();
  for (let count = 0; count < 3; count += 1) await frame();
  expect(document.activeElement?.getAttribute('name')).toBe('right');
});
