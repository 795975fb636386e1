import type { DraftForm } from './draft-form.js';
import type { Finding, SectionId } from './place.js';
import type { EditForm } from './use-draft-form.js';

/** What every part of the editor is given. */
export interface SectionProps {
  readonly form: DraftForm;
  readonly edit: EditForm;
  /** Those about this section. */
  readonly findings: readonly Finding[];
  readonly expanded: boolean;
  readonly onToggle: (section: SectionId) => void;
}
