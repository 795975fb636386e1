import { countOf } from '../../../ui/show-dates.js';
import type { Finding } from './place.js';

/** `3 errors, 1 warning`; `nothing to put right` for none. */
export function countFindings(findings: readonly Finding[]): string {
  const errors = findings.filter((one) => one.severity === 'error').length;
  const warnings = findings.length - errors;
  const parts = [
    ...(errors > 0 ? [countOf(errors, 'error')] : []),
    ...(warnings > 0 ? [countOf(warnings, 'warning')] : []),
  ];
  return parts.join(', ') || 'nothing to put right';
}
