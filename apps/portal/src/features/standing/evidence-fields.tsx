import { Button, TextInput } from '@mantine/core';
import css from './standing-page.module.css';

export interface EvidenceForm {
  readonly title: string;
  readonly reference: string;
}

export const noEvidence: EvidenceForm = { title: '', reference: '' };

interface EvidenceFieldsProps {
  readonly evidence: readonly EvidenceForm[];
  readonly isMissing: boolean;
  readonly onChange: (evidence: readonly EvidenceForm[]) => void;
}

const most = 20;

/** What is shown for it, piece by piece, and where each is kept. */
export function EvidenceFields({ evidence, isMissing, onChange }: EvidenceFieldsProps) {
  const change = (index: number, part: Partial<EvidenceForm>) =>
    onChange(evidence.map((one, other) => (other === index ? { ...one, ...part } : one)));
  return (
    <div className="stack" role="group" aria-label="Evidence">
      {evidence.map((one, index) => (
        <div key={index} className={css.evidence}>
          <TextInput
            label={evidence.length > 1 ? `Evidence ${index + 1}` : 'Evidence'}
            description="A transcript, a certificate, a letter"
            required={index === 0}
            maxLength={300}
            value={one.title}
            onChange={(event) => change(index, { title: event.currentTarget.value })}
            error={isMissing && index === 0 ? 'Name what proves it' : undefined}
          />
          <TextInput
            label="Where it is kept"
            description="A folder, a number, an address"
            maxLength={500}
            value={one.reference}
            onChange={(event) => change(index, { reference: event.currentTarget.value })}
          />
          {evidence.length > 1 && (
            <Button
              variant="subtle"
              color="stop"
              className={css.away ?? ''}
              aria-label={`Take away evidence ${index + 1}`}
              onClick={() => onChange(evidence.filter((_one, other) => other !== index))}
            >
              Take away
            </Button>
          )}
        </div>
      ))}
      {evidence.length < most && (
        <div>
          <Button variant="default" onClick={() => onChange([...evidence, noEvidence])}>
            Add evidence
          </Button>
        </div>
      )}
    </div>
  );
}
