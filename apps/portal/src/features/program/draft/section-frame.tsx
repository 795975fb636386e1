import { type ReactNode } from 'react';
import { Badge } from '../../../ui/badge.js';
import { Fold } from '../../../ui/fold.js';
import { countOf } from '../../../ui/show-dates.js';
import { ListFindings } from './list-findings.js';
import { type Finding, type SectionId, sectionNames } from './place.js';

interface SectionFrameProps {
  readonly section: SectionId;
  readonly summary: string;
  readonly findings: readonly Finding[];
  readonly expanded: boolean;
  readonly onToggle: (section: SectionId) => void;
  readonly children: ReactNode;
}

/** One part of the editor under its heading, which says what is in it and how much is wrong. */
export function SectionFrame({ section, summary, findings, expanded, onToggle, children }: SectionFrameProps) {
  const errors = findings.filter((one) => one.severity === 'error').length;
  const warnings = findings.length - errors;
  return (
    <Fold
      id={`section-${section}`}
      title={sectionNames[section]}
      summary={
        <span className="row">
          {summary}
          {errors > 0 && <Badge tone="stop">{countOf(errors, 'error')}</Badge>}
          {warnings > 0 && <Badge tone="wait">{countOf(warnings, 'warning')}</Badge>}
        </span>
      }
      expanded={expanded}
      onToggle={() => onToggle(section)}
      lazy
    >
      <ListFindings findings={findings} section={section} />
      {children}
    </Fold>
  );
}
