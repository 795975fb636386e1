/**
 * What may import what inside and across packages. (`turbo boundaries` sees declared dependencies between packages; this sees files.)
 */

/** One folder of features under `root`: a feature imports itself and the shared folders, never its neighbour. */
function noNeighbours(name, root, shared, composing = []) {
  const allowed = ['$1', ...shared].join('|');
  return {
    name,
    comment: 'A feature never imports its neighbour: go through the domain, the contracts or a shared folder.',
    severity: 'error',
    from: { path: `^${root}/([^/]+)/`, pathNot: `^${root}/(${composing.join('|')})/` },
    to: { path: `^${root}/[^/]+/`, pathNot: `^${root}/(${allowed})/` },
  };
}

export default {
  forbidden: [
    {
      name: 'domain-imports-nothing',
      comment: 'The rules know no framework, no clock and no machine; not even types of them.',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: '[.]test[.]ts$' },
      to: { pathNot: '^packages/domain/src/' },
    },
    {
      name: 'domain-tests-import-only-their-tools',
      comment: 'A test of a rule needs the rule and a test runner; one may read the glossary.',
      severity: 'error',
      from: { path: '^packages/domain/src/.*[.]test[.]ts$' },
      to: {
        pathNot: '^packages/domain/src/|(^|/)node_modules/(vitest|fast-check)/|^(node:)?(fs|fs/promises|path|url)$',
      },
    },
    {
      name: 'domain-does-not-import-its-tests',
      comment: 'Builders are for tests.',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: '[.]test[.]ts$|^packages/domain/src/testing/' },
      to: { path: '^packages/domain/src/testing/' },
    },
    {
      name: 'typeorm-only-in-database',
      comment: 'SQL and its mapping live in packages/database.',
      severity: 'error',
      from: { pathNot: '^packages/database/' },
      to: { path: '(^|/)node_modules/(typeorm|@nestjs/typeorm)(/|$)|^(typeorm|@nestjs/typeorm)(/|$)' },
    },
    {
      name: 'ltijs-only-behind-its-module',
      comment: 'ltijs needs guards round it; apps/lti/src/ltijs holds them. One measurement wants it as it comes.',
      severity: 'error',
      from: { pathNot: '^apps/lti/src/ltijs/|^bench/lib/stock-process[.]mjs$' },
      to: { path: '(^|/)node_modules/ltijs(/|$)|^ltijs(/|$)' },
    },
    {
      name: 'lti-reaches-only-its-own-store',
      comment:
        'Only the API writes the record: the LTI tool imports @journeybook/database/lti and nothing else of the database.',
      severity: 'error',
      from: { path: '^apps/lti/src/', pathNot: '[.]test[.]ts$|^apps/lti/src/testing/' },
      to: { path: '^packages/database/', pathNot: '^packages/database/(src|dist)/lti/' },
    },
    // Every feature ends at the record: what is shown after an act is read there.
    noNeighbours(
      'api-features-are-apart',
      'apps/api/src',
      ['access', 'files', 'http', 'mail', 'record', 'testing', 'vault'],
      // A mentor's link leads to acts of several features.
      ['seed', 'testing', 'mentor-link'],
    ),
    noNeighbours(
      'lti-features-are-apart',
      'apps/lti/src',
      ['framing', 'ltijs', 'protocol', 'services', 'testing', 'turns'],
      ['jobs', 'testing'],
    ),
    noNeighbours('portal-features-are-apart', 'apps/portal/src/features', ['session']),
    {
      name: 'portal-parts-do-not-know-features',
      comment: 'What features share knows none of them.',
      severity: 'error',
      from: { path: '^apps/portal/src/(ui|api)/' },
      to: { path: '^apps/portal/src/(features|app|frame)/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-resolvable',
      comment: 'Nothing is judged about an import that is not found.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|vite/client)' },
    },
  ],
  options: {
    // TypeScript 7 has no compiler interface, so the files are read with swc; type-only imports count.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: '(^|/)(node_modules|dist)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
