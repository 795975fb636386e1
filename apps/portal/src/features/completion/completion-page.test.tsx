import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectSoundPage } from '../../testing/expect-sound-page.js';
import { createFakeApi, type FakeApi } from '../../testing/fake-api.js';
import { attest, meetEverything, reviewOf } from '../../testing/fake-review.js';
import { openPortal } from '../../testing/render-as.js';

type Who = 'adaeze' | 'erin' | 'wanda' | 'lucia';
const ownOf = (api: FakeApi) => {
  const own = api.state.apprenticeships[0];
  if (!own) throw new Error('the fake has an apprentice');
  return own;
};

async function openCompletion(who: Who, prepare?: (api: FakeApi) => void) {
  localStorage.clear();
  const api = createFakeApi(who);
  prepare?.(api);
  const own = ownOf(api);
  const path = who === 'adaeze' ? '/completion' : `/apprentices/${own.id}/completion`;
  const { screen } = await openPortal(api, path);
  await expect.element(screen.getByRole('heading', { level: 1, name: /^Completion/ })).toBeVisible();
  const sent = (part: string) => api.calls.filter((call) => call.line.endsWith(part) && !call.line.startsWith('GET'));
  return { screen, api, own, sent, done: reviewOf(api.state, own) };
}

const ready = (api: FakeApi) => {
  meetEverything(api.state, ownOf(api));
  attest(api.state, ownOf(api));
};

describe('what completion asks for', () => {
  test('is counted first, and what is unmet comes first with what would meet it', async () => {
    const { screen } = await openCompletion('adaeze');
    await expect
      .element(screen.getByRole('region', { name: 'Where it stands' }))
      .toMatchTextContent('47 of 104 requirements met');
    const hours = screen.getByRole('region', { name: /^Hours on the job/ });
    await expect.element(hours.getByRole('listitem').first()).toMatchTextContent('219 h of WP01 left');
    await expect.element(hours.getByRole('listitem').last()).toMatchTextContent(/Interpret technical information met/);
    await expect
      .element(
        screen
          .getByRole('region', { name: /^Skills/ })
          .getByRole('listitem')
          .first(),
      )
      .toMatchTextContent(/a sign.off at level 3/);
    await expect.element(screen.getByRole('button', { name: /Accept|Question|Record|Attest/ })).not.toBeInTheDocument();
    await expectSoundPage();
  });

  test('folds by what it is about', async () => {
    const { screen } = await openCompletion('adaeze');
    const heading = screen.getByRole('button', { name: /^Hours on the job/ });
    await expect.element(heading).toHaveAttribute('aria-expanded', 'true');
    await heading.click();
    await expect.element(screen.getByText('219 h of WP01 left')).not.toBeVisible();
  });

  test('is reached from the parts of a record', async () => {
    const { screen, api } = await openCompletion('wanda');
    await screen
      .getByRole('navigation', { name: 'Parts of the record' })
      .getByRole('link', { name: 'Record', exact: true })
      .click();
    await screen
      .getByRole('navigation', { name: 'Parts of the record' })
      .getByRole('link', { name: 'Completion' })
      .click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Completion of Adaeze Dike' })).toBeVisible();
    expect(api.state.signedIn?.name).toBe('Wanda Novak');
  });
});

describe('a credential', () => {
  test('is recorded with its day and where it is kept', async () => {
    const { screen, sent } = await openCompletion('erin');
    await screen.getByRole('button', { name: 'Record: OSHA-10 OSHA 10-hour' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await expect.element(dialog.getByText('Choose the day')).toBeVisible();
    await expect.element(dialog.getByText('Say where it can be found')).toBeVisible();
    await expectSoundPage();
    await dialog.getByLabelText(/^Earned on/).fill('2026-03-03');
    await dialog.getByLabelText(/^Reference/).fill('card 123-456');
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await expect.element(screen.getByText('earned 3 Mar 2026 · card 123-456 · seen by Erin Schultz')).toBeVisible();
    expect(sent('/credentials')[0]?.body).toEqual({
      credential: 'OSHA-10',
      earnedOn: '2026-03-03',
      reference: 'card 123-456',
    });
  });
});

describe('the attestation of mastery', () => {
  test('is not possible while something is unmet, and says what', async () => {
    const { screen } = await openCompletion('erin');
    const card = screen.getByRole('region', { name: 'Attest mastery' });
    await expect.element(card).toMatchTextContent('Operate production equipment: 219 h of WP01 left');
    await expect.element(card).toMatchTextContent('and 52 more');
    await expect.element(card.getByRole('button')).not.toBeInTheDocument();
  });

  test('is given in the employer’s own words', async () => {
    const { screen, done } = await openCompletion('erin', (api) => meetEverything(api.state, ownOf(api)));
    const card = screen.getByRole('region', { name: 'Attest mastery' });
    await card.getByRole('button', { name: 'Attest mastery' }).click();
    await expect.element(card.getByText('Write what you attest')).toBeVisible();
    await expectSoundPage();
    await card.getByLabelText(/^Your statement/).fill('Runs every line alone.');
    await card.getByRole('button', { name: 'Attest mastery' }).click();
    await expect.element(card).not.toBeInTheDocument();
    await expect.element(screen.getByRole('region', { name: 'Where it stands' })).toMatchTextContent('Erin Schultz');
    expect(done.attestation?.statement).toBe('Runs every line alone.');
  });
});

describe('the review', () => {
  test('accepts one item where it stands, and keeps the focus there', async () => {
    const { screen, sent } = await openCompletion('wanda', ready);
    const accept = screen.getByRole('button', { name: 'Accept: WP01 Operate production equipment' });
    await expect.element(accept).toBeVisible();
    (accept.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    const accepted = screen.getByRole('button', { name: 'Accepted: WP01 Operate production equipment' });
    await expect.element(accepted).toHaveAttribute('aria-pressed', 'true');
    await expect.element(accepted).toHaveFocus();
    await expect.element(screen.getByText('accepted by Wanda Novak')).toBeVisible();
    await expect
      .element(screen.getByRole('region', { name: 'Where it stands' }))
      .toMatchTextContent('1 of 104 reviewed');
    expect(sent('/review')[0]).toMatchObject({
      body: { items: [{ kind: 'process-hours', code: 'WP01', takenBack: 0, verdict: 'accepted', remark: '' }] },
      ifMatch: '"0"',
    });
  });

  test('accepts all that is met of a group in one act, but not what was questioned', async () => {
    const { screen, sent } = await openCompletion('wanda', ready);
    await screen.getByRole('button', { name: 'Question: WP03 Interpret technical information' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Question it' }).click();
    await expect.element(dialog.getByText('Say what is wrong')).toBeVisible();
    await dialog.getByRole('textbox').fill('Which drawings?');
    await dialog.getByRole('button', { name: 'Question it' }).click();
    await expect.element(screen.getByText('questioned by Wanda Novak: “Which drawings?”')).toBeVisible();

    await screen.getByRole('button', { name: 'Accept all 10 met' }).click();
    await expect.element(screen.getByText('10 requirements accepted.')).toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: /^Hours on the job.*11 of 11 reviewed · 1 questioned/ }))
      .toBeVisible();
    const [, second] = sent('/review');
    expect(second?.ifMatch).toBe('"1"');
    const { items } = (second?.body ?? {}) as { items?: { code: string }[] };
    expect(items?.map((one) => one.code)).toHaveLength(10);
    expect(items?.map((one) => one.code)).not.toContain('WP03');
    await expectSoundPage();
  });

  test('cannot accept what is unmet', async () => {
    const { screen } = await openCompletion('wanda');
    await expect
      .element(screen.getByRole('button', { name: 'Question: WP01 Operate production equipment' }))
      .toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: 'Accept: WP01 Operate production equipment' }))
      .not.toBeInTheDocument();
    await expect
      .element(screen.getByRole('region', { name: 'Award or return' }))
      .toMatchTextContent('57 requirements not met.');
  });

  test('keeps the remark when somebody else reviewed meanwhile, and goes on from there', async () => {
    const { screen, done, api } = await openCompletion('wanda', ready);
    const reads = () => api.calls.filter((call) => /^GET .*\/completion$/.test(call.line)).length;
    await expect.poll(reads).toBe(1);
    done.version = 7;
    await screen.getByRole('button', { name: 'Question: WP01 Operate production equipment' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Which press?');
    await dialog.getByRole('button', { name: 'Question it' }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('Something here changed');
    await expect.element(dialog.getByRole('textbox')).toHaveValue('Which press?');
    await expect.poll(reads).toBe(2);
    await dialog.getByRole('button', { name: 'Question it' }).click();
    await expect.element(screen.getByText('questioned by Wanda Novak: “Which press?”')).toBeVisible();
  });
});

const allAccepted = (api: FakeApi) => {
  ready(api);
  const { review } = reviewOf(api.state, ownOf(api));
  const accepted = { verdict: 'accepted', remark: '', by: { id: '1', name: 'Wanda Novak' } } as const;
  for (const one of ownRequirements(api)) review.set(one, accepted);
};

/** Keys of everything the fake asks for. */
function ownRequirements(api: FakeApi): string[] {
  const entries = ownOf(api)
    .entries.map((one) => one.subject)
    .filter((one) => one !== null);
  const keys = entries.map(({ kind, code }) => `${kind === 'work-process' ? 'process-hours' : kind} ${code}`);
  return [...new Set(keys), ...['MSSC-CPT-SAFETY', 'OSHA-10', 'FA-CPR'].map((code) => `completion-credential ${code}`)];
}

describe('the sponsor’s last word', () => {
  test('awards, after saying what that means', async () => {
    const { screen } = await openCompletion('wanda', allAccepted);
    await screen.getByRole('button', { name: 'Award completion…' }).click();
    const dialog = screen.getByRole('dialog');
    await expect.element(dialog).toMatchTextContent('The record is closed with it');
    await expect.element(dialog).toMatchTextContent('the certificate of completion comes from the registration agency');
    await expectSoundPage();
    await dialog.getByRole('button', { name: 'Award completion' }).click();

    await expect.element(screen.getByRole('heading', { level: 2, name: 'Completed' })).toBeVisible();
    await expect
      .element(screen.getByText(/Wanda Novak of Wisconsin Advanced Industries awarded completion/))
      .toBeVisible();
    await expect.element(screen.getByRole('button', { name: /Accept|Question|Award|Return/ })).not.toBeInTheDocument();
    await expectSoundPage();
  });

  test('returns with reasons and the remarks of what was questioned', async () => {
    const { screen, sent } = await openCompletion('wanda', ready);
    await expect
      .element(screen.getByRole('region', { name: 'Award or return' }))
      .toMatchTextContent('104 requirements not reviewed.');
    await screen.getByRole('button', { name: 'Question: WP01 Operate production equipment' }).click();
    await screen.getByRole('dialog').getByRole('textbox').fill('Which press?');
    await screen.getByRole('dialog').getByRole('button', { name: 'Question it' }).click();
    await expect.element(screen.getByText(/questioned by Wanda Novak/)).toBeVisible();
    await screen.getByRole('button', { name: 'Return with reasons…' }).click();
    const dialog = screen.getByRole('dialog');
    await expect.element(dialog).toMatchTextContent('Operate production equipment: Which press?');
    await dialog.getByLabelText('Other reasons').fill('Photos are missing\n\nSo is the CPR card');
    await expectSoundPage();
    await dialog.getByRole('button', { name: 'Return', exact: true }).click();

    const returned = screen.getByRole('region', { name: /^Returned by Wanda Novak/ });
    await expect.element(returned).toMatchTextContent('Photos are missing');
    await expect.element(returned).toMatchTextContent('WP01: Which press?');
    expect(sent('/completion-return')[0]?.body).toEqual({ reasons: ['Photos are missing', 'So is the CPR card'] });
  });

  test('needs a reason to return', async () => {
    const { screen, sent } = await openCompletion('wanda', ready);
    await screen.getByRole('button', { name: 'Return with reasons…' }).click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Return', exact: true }).click();
    await expect.element(screen.getByText('Give at least one reason')).toBeVisible();
    expect(sent('/completion-return')).toHaveLength(0);
  });

  test('is told to the apprentice', async () => {
    const { screen } = await openCompletion('adaeze', (api) => {
      reviewOf(api.state, ownOf(api)).returned = {
        by: { id: '1', name: 'Wanda Novak' },
        on: '2026-11-20',
        reasons: ['Photos are missing'],
      };
    });
    await expect
      .element(screen.getByRole('region', { name: 'Returned by Wanda Novak, 20 Nov 2026' }))
      .toMatchTextContent('Photos are missing');
  });
});
