import { Button, TextInput } from '@mantine/core';
import { memo } from 'react';
import { countOf } from '../../../ui/show-dates.js';
import { type CredentialItem, newKey } from './draft-form.js';
import css from './fields.module.css';
import { errorAt, type Finding, findingsOf, placeId } from './place.js';
import { RowFrame } from './row-frame.js';
import { SectionFrame } from './section-frame.js';
import type { SectionProps } from './section-props.js';
import type { EditForm } from './use-draft-form.js';
import { WordsField } from './words-field.js';

const section = 'credentials';
const id = (row: string, field: string) => placeId({ section, row, field });

/** What else completion asks for, such as OSHA-10. */
export function CredentialsSection({ form, edit, findings, expanded, onToggle }: SectionProps) {
  const { completionCredentials } = form;
  const add = () => {
    const item: CredentialItem = { key: newKey(), code: '', name: '' };
    edit.add('completionCredentials', item, id(item.key, 'code'));
  };
  return (
    <SectionFrame
      {...{ section, findings, expanded, onToggle }}
      summary={countOf(completionCredentials.length, 'credential')}
    >
      <ul className={`${css.rows} ${css.longCodes}`}>
        {completionCredentials.map((one, index) => (
          <CredentialRow
            key={one.key}
            credential={one}
            first={index === 0}
            last={index === completionCredentials.length - 1}
            findings={findingsOf(findings, one.key)}
            edit={edit}
          />
        ))}
      </ul>
      <div className={css.foot}>
        <Button variant="light" onClick={add}>
          Add a credential
        </Button>
      </div>
    </SectionFrame>
  );
}

interface CredentialRowProps {
  readonly credential: CredentialItem;
  readonly first: boolean;
  readonly last: boolean;
  readonly findings: readonly Finding[];
  readonly edit: EditForm;
}

const CredentialRow = memo(function CredentialRow({ credential, first, last, findings, edit }: CredentialRowProps) {
  const { key, code, name } = credential;
  return (
    <RowFrame
      {...{ edit, first, last }}
      list="completionCredentials"
      item={credential}
      name={code || 'this credential'}
    >
      <TextInput
        id={id(key, 'code')}
        label="Code"
        value={code}
        maxLength={40}
        onChange={(event) => edit.change('completionCredentials', key, { code: event.currentTarget.value })}
        error={errorAt(findings, 'code')}
      />
      <WordsField
        id={id(key, 'name')}
        label="Name"
        value={name}
        onChange={(value) => edit.change('completionCredentials', key, { name: value })}
        error={errorAt(findings, 'name')}
      />
    </RowFrame>
  );
});
