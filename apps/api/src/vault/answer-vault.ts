import type { SealedAnswer, VaultAccess, VaultTables } from '@journeybook/database';
import { Vault } from '@journeybook/database';
import type { Answer, Instant, PersonId, VaultField } from '@journeybook/domain';
import { editionOf } from '../http/edition.js';
import { asShown } from '../http/if-match.js';
import { openAnswer, sealAnswer } from './seal-answer.js';
import type { VaultKeys } from './read-vault-keys.js';
import { readVaultKeys } from './read-vault-keys.js';

/** Of a sealed answer, which tells nothing of what it is; there is one where nothing was answered, too. */
export const editionOfAnswer = (row: SealedAnswer | null): string =>
  editionOf(row && [row.keyId, row.sealed.toString('base64')]);

/** A person's answers by field. */
export type Answers = ReadonlyMap<VaultField, Answer>;

const rowsAtOnce = 200;

/** The vault with its keys: the only place where an answer is sealed or opened. */
export class AnswerVault {
  private constructor(
    private readonly vault: Vault,
    private readonly keys: () => VaultKeys,
  ) {}

  /** Throws when the keys cannot be read, or when one is missing that the vault needs. */
  static async open(url: string, setting: string): Promise<AnswerVault> {
    const keys = () => readVaultKeys(setting);
    const known = keys().map(({ id }) => id);
    const vault = await Vault.open(url);
    const missing = (await vault.read.keyIds()).filter((id) => !known.includes(id));
    if (missing.length === 0) return new AnswerVault(vault, keys);
    await vault.close();
    throw new Error(
      `VAULT_KEY has not the keys ${missing.join(', ')}, which the vault needs. Put the right keys back.`,
    );
  }

  async save(person: PersonId, field: VaultField, { answer, at }: { answer: Answer; at: Instant }): Promise<void> {
    await this.vault.read.save(sealAnswer(answer, { person, field, at }, this.keys()[0]));
  }

  /** Keeps an answer where there is none yet. */
  saveFirst(person: PersonId, field: VaultField, { answer, at }: { answer: Answer; at: Instant }): Promise<void> {
    return this.vault.transaction(async (tables) => {
      if ((await tables.lock(person, field)) === null)
        await tables.save(sealAnswer(answer, { person, field, at }, this.keys()[0]));
    });
  }

  /** Changes an answer, or takes it away with null; `changed-since-shown` when it is another edition than the one shown. */
  edit(
    person: PersonId,
    field: VaultField,
    { shown, answer, at }: { shown: string; answer: Answer | null; at: Instant },
  ): Promise<void> {
    return this.vault.transaction(async (tables) => {
      asShown(shown, editionOfAnswer(await tables.lock(person, field)));
      if (answer) await tables.save(sealAnswer(answer, { person, field, at }, this.keys()[0]));
      else await tables.remove(person, field);
    });
  }

  removeAll(person: PersonId): Promise<void> {
    return this.vault.read.removeAll(person);
  }

  /** A person's own answers. */
  async readOwn(person: PersonId): Promise<Answers> {
    return (await this.opened(this.vault.read, [person])).get(person) ?? new Map();
  }

  /** The same, with the edition of every answer there is. */
  async readShown(
    person: PersonId,
  ): Promise<{ readonly answers: Answers; readonly editions: ReadonlyMap<VaultField, string> }> {
    const rows = await this.vault.read.list([person]);
    const editions = new Map(rows.map((row) => [row.field, editionOfAnswer(row)]));
    return { answers: this.open(rows).get(person) ?? new Map(), editions };
  }

  /**
   * Answers of several people, of these fields or of all: after it was written down who reads them, in one transaction with the reading.
   * What cannot be written down is not read.
   */
  readFor(
    access: VaultAccess,
    people: readonly PersonId[],
    fields: readonly VaultField[] | null = null,
  ): Promise<ReadonlyMap<PersonId, Answers>> {
    return this.vault.transaction(async (tables) => {
      await tables.addAccess(access);
      return this.opened(tables, people, fields);
    });
  }

  listAccesses(...asked: Parameters<VaultTables['listAccesses']>): ReturnType<VaultTables['listAccesses']> {
    return this.vault.read.listAccesses(...asked);
  }

  /** Seals everything anew that is not under the newest key, a part at a time; returns how much it was. */
  async moveToNewestKey(): Promise<number> {
    const keys = this.keys();
    for (let moved = 0; ; ) {
      const rows = await this.vault.transaction(async (tables) => {
        const others = await tables.lockOthers(keys[0].id, rowsAtOnce);
        for (const row of others)
          await tables.save(sealAnswer(openAnswer(row, keys), { ...row, at: row.sealedAt }, keys[0]));
        return others.length;
      });
      moved += rows;
      if (rows === 0) return moved;
    }
  }

  close(): Promise<void> {
    return this.vault.close();
  }

  private async opened(
    tables: VaultTables,
    people: readonly PersonId[],
    fields: readonly VaultField[] | null = null,
  ): Promise<ReadonlyMap<PersonId, Answers>> {
    return this.open(await tables.list(people, fields));
  }

  private open(rows: readonly SealedAnswer[]): ReadonlyMap<PersonId, Answers> {
    const keys = rows.length > 0 ? this.keys() : [];
    const byPerson = Map.groupBy(rows, (row) => row.person);
    return new Map(
      [...byPerson].map(([person, own]) => [person, new Map(own.map((row) => [row.field, openAnswer(row, keys)]))]),
    );
  }
}
