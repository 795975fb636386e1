import { describe, expect, test } from 'vitest';
import { createCookieJar } from './cookie-jar.js';

const answer = (...lines: string[]): Response => {
  const response = new Response(null);
  for (const line of lines) response.headers.append('set-cookie', line);
  return response;
};

describe('a cookie jar', () => {
  test('sends cookies back to the host and path they came from, whatever the port', () => {
    const jar = createCookieJar();
    jar.keep('http://localhost:1/a/b', answer('one=1; Path=/a', 'two=2; Path=/; HttpOnly'));
    expect(jar.header('http://localhost:2/a/c')).toBe('one=1; two=2');
    expect(jar.header('http://localhost:2/ab')).toBe('two=2');
    expect(jar.header('http://127.0.0.1:1/a')).toBe('');
  });

  test('replaces a cookie, and drops one that is cleared', () => {
    const jar = createCookieJar();
    jar.keep('http://localhost/', answer('s=old; Path=/'));
    jar.keep('http://localhost/', answer('s=new; Path=/'));
    expect(jar.all('http://localhost/')).toEqual({ s: 'new' });
    jar.keep('http://localhost/', answer('s=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT'));
    expect(jar.header('http://localhost/')).toBe('');
  });

  test('can be filled and emptied by hand', () => {
    const jar = createCookieJar();
    jar.set('http://localhost/', 'a', '1');
    expect(jar.header('http://localhost/x')).toBe('a=1');
    jar.clear();
    expect(jar.header('http://localhost/x')).toBe('');
  });
});
