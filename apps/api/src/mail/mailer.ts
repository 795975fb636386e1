/** A letter to one person, in plain text. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The way out for letters. Throws when a letter could not be handed over; the words of the error may name no secret. */
export abstract class Mailer {
  abstract send(letter: Letter): Promise<void>;
}
