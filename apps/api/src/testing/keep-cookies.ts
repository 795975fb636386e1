/** A fetch that keeps the cookies it is given and sends them back, as a browser does. */
export function keepCookies(cookies: Record<string, string> = {}): typeof globalThis.fetch {
  const jar = new Map(Object.entries(cookies));
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(input, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
}
