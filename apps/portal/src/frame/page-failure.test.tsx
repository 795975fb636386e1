import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { PageFailure } from './page-failure.js';

const Broken = (): never => {
  throw new Error('the chunk is gone');
};

test('a page that cannot be loaded says so instead of leaving the frame empty', async () => {
  // React reports the error that this test causes on purpose.
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const screen = await render(
    <PageFailure>
      <Broken />
    </PageFailure>,
  );
  await expect.element(screen.getByRole('alert')).toMatchTextContent('Open it again from your course.');
  report.mockRestore();
});
