import { html, type Html, raw } from './html.js';

export interface PostForm {
  readonly id: string;
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A page that does nothing but send a form on at once; the button is for browsers without scripts. */
export function postFormPage({ id, action, fields }: PostForm): Html {
  const inputs = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">\n`,
  );
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>One moment</title></head><body>
<form id="${id}" name="${id}" action="${action}" method="post" enctype="application/x-www-form-urlencoded">
${inputs}<noscript><p>Continue to the tool.</p><button type="submit">Continue</button></noscript>
</form>
<script>${raw(`document.getElementById(${JSON.stringify(id).replaceAll('<', '\\u003c')}).submit();`)}</script>
</body></html>
`;
}
