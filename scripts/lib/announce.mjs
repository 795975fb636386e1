/**
 * What `npm start` prints when everything is ready.
 * @param {{ demo: boolean, urls: { api: string, lti: string, lms: string } }} settings
 * @param {{ signIns: readonly { name: string, role: string, email: string, password: string, note?: string }[], firstSignIn?: string }} people
 *   who can sign in, and how the first of all does
 * @param {string} where the data lies
 */
export function announcement({ demo, urls }, { signIns, firstSignIn = '' }, where) {
  const addresses = [
    ['Portal', urls.api],
    ['LTI tool', urls.lti],
    ...(demo ? [['Demo learning platform', urls.lms]] : []),
    ['Data', where],
  ];
  return [
    '',
    'Journeybook is ready. Ctrl-C stops everything; the data stays.',
    '',
    ...table(addresses),
    ...(signIns.length > 0
      ? [
          '',
          'Sign in to the portal as',
          '',
          ...table(signIns.map((one) => [one.name, one.role, one.email, one.password, one.note ?? ''])),
        ]
      : []),
    ...(firstSignIn ? ['', firstSignIn] : []),
    '',
  ].join('\n');
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`.trimEnd());
}
