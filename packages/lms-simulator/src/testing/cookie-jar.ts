/** The cookies one imagined browser holds, kept by host as browsers do (the port does not count). */
export interface CookieJar {
  /** Takes the cookies of an answer. */
  keep(url: string, response: Response): void;
  /** The Cookie header for an address; empty when there is none. */
  header(url: string): string;
  /** Name and value of every cookie of that host. */
  all(url: string): Readonly<Record<string, string>>;
  set(url: string, name: string, value: string): void;
  clear(): void;
}

interface Cookie {
  readonly host: string;
  readonly path: string;
  readonly name: string;
  readonly value: string;
}

function parse(url: URL, line: string): Cookie & { readonly expired: boolean } {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const cut = pair.indexOf('=');
  const attribute = (name: string) =>
    attributes.find((text) => text.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
  const expires = attribute('expires');
  const expired = attribute('max-age') === '0' || (expires !== undefined && new Date(expires) < new Date());
  return {
    host: url.hostname,
    path: attribute('path') ?? '/',
    name: pair.slice(0, cut),
    value: pair.slice(cut + 1),
    expired,
  };
}

export function createCookieJar(): CookieJar {
  let cookies: Cookie[] = [];
  const forUrl = (url: string) => {
    const { hostname, pathname } = new URL(url);
    return cookies.filter(
      ({ host, path }) => host === hostname && (path === '/' || `${pathname}/`.startsWith(path.replace(/\/?$/, '/'))),
    );
  };
  const store = (cookie: Cookie, expired: boolean) => {
    cookies = cookies.filter((c) => !(c.host === cookie.host && c.path === cookie.path && c.name === cookie.name));
    if (!expired) cookies.push(cookie);
  };
  return {
    keep(url, response) {
      for (const line of response.headers.getSetCookie()) {
        const { expired, ...cookie } = parse(new URL(url), line);
        store(cookie, expired);
      }
    },
    header: (url) =>
      forUrl(url)
        .map(({ name, value }) => `${name}=${value}`)
        .join('; '),
    all: (url) => Object.fromEntries(forUrl(url).map(({ name, value }) => [name, value])),
    set: (url, name, value) => store({ host: new URL(url).hostname, path: '/', name, value }, false),
    clear() {
      cookies = [];
    },
  };
}
