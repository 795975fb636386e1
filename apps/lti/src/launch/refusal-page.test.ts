import { describe, expect, test } from 'vitest';
import { renderRefusalPage } from './refusal-page.js';

const page = {
  what: 'It did not open.',
  next: 'Go back.',
  incident: '42',
  reason: 'state-used',
  newWindow: null,
  back: null,
};

describe('the page of a refusal', () => {
  test('says what happened, what to do and the number to ask with', () => {
    const html = renderRefusalPage(page);
    for (const text of ['It did not open.', 'Go back.', 'Incident 42']) expect(html).toContain(text);
    expect(html).not.toContain('<form');
  });

  test('leads back to the platform, with the address escaped', () => {
    const html = renderRefusalPage({ ...page, back: 'https://lms.example/?a=1&b="' });
    expect(html).toContain('<a href="https://lms.example/?a=1&amp;b=&quot;">Back to your course</a>');
  });

  test('starts a login again in a new window, with everything escaped', () => {
    const newWindow = {
      action: 'https://lti.example/lti/login',
      fields: { login_hint: '"><script>alert(1)</script>' },
    };
    const html = renderRefusalPage({ ...page, newWindow });
    expect(html).toContain('target="_blank"');
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(html).not.toContain('<script');
  });
});
