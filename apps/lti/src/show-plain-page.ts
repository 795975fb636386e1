import type { Response } from 'express';
import { escapeHtml } from './launch/html.js';
import { plainStyle, renderPlainPage } from './launch/plain-page.js';
import { sendPage } from './launch/send-page.js';

/** A page of plain words; every text is shown as it is. */
export interface PlainPage {
  readonly status: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly steps?: readonly string[];
  /** A form with nothing to fill in. */
  readonly form?: {
    readonly action: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly button: string;
  };
  /** A script of ours, by its path, that the page's buttons need. */
  readonly script?: string;
  /** A button for that script; it stays where it is without. */
  readonly button?: { readonly id: string; readonly label: string };
}

const policy = `default-src 'none'; style-src ${plainStyle}; script-src 'self'; form-action 'self'; base-uri 'none'`;

/** Sends such a page, for a window, or for a frame of those whom `keepFramers` named: a platform that is not connected yet. */
export function showPlainPage(response: Response, page: PlainPage): void {
  // With it a window would not know the platform's window that opened it, and could not say that it is done.
  response.removeHeader('cross-origin-opener-policy');
  const parts = [
    ...page.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`),
    ...(page.steps ? [`<ol>${page.steps.map((step) => `<li>${escapeHtml(step)}</li>`).join('')}</ol>`] : []),
    ...(page.form ? [renderForm(page.form)] : []),
    ...(page.button
      ? [`<button type="button" id="${escapeHtml(page.button.id)}">${escapeHtml(page.button.label)}</button>`]
      : []),
    ...(page.script ? [`<script src="${escapeHtml(page.script)}" defer></script>`] : []),
  ];
  sendPage(response, { status: page.status, html: renderPlainPage(page.title, parts.join('\n')), policy });
}

function renderForm({ action, fields, button }: NonNullable<PlainPage['form']>): string {
  const inputs = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
  return `<form method="post" action="${escapeHtml(action)}">${inputs}<button>${escapeHtml(button)}</button></form>`;
}
