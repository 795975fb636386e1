import { useEffect, useState } from 'react';
import type { useFolds } from '../../../ui/fold.js';
import type { DraftForm } from './draft-form.js';
import { strays } from './job-book-section.js';
import { type Finding, placeId } from './place.js';

/** Leads to the field that a finding is about: unfolds what it is in, and puts the focus there. */
export function useShowFinding(form: DraftForm, folds: ReturnType<typeof useFolds>) {
  // A new object each time: the same finding may be asked for twice.
  const [wanted, setWanted] = useState<Finding | null>(null);
  useEffect(() => {
    if (!wanted) return;
    const { place } = wanted;
    const field = document.getElementById(placeId(place));
    const target = field ?? document.querySelector<HTMLElement>(`#section-${place.section} button`);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'center' });
  }, [wanted]);
  return (finding: Finding) => {
    const { section, row } = finding.place;
    folds.show(section);
    const skill = form.competencies.find((one) => one.key === row);
    if (section === 'job-book' && row) folds.show(skill ? (skill.process ?? strays) : row);
    setWanted({ ...finding });
  };
}
