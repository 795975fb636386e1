/** What can go wrong between us and a provider. */
export type ProviderRefusal =
  /** It could not be asked: it does not answer, answers as no provider does, is another than it says, or may not be called. */
  | {
      readonly kind: 'provider-not-reached';
      readonly why: 'no-answer' | 'no-provider' | 'another-issuer' | 'not-public';
    }
  /** It asked us who we are, and did not believe it. */
  | { readonly kind: 'provider-knows-us-not' }
  /** The person broke off, or the provider sent them back. */
  | { readonly kind: 'provider-declined' }
  /** What came back does not hold: signed otherwise, for somebody else, too old. */
  | { readonly kind: 'provider-answer-wrong' }
  /** Used already, left too long, or begun in another browser. */
  | { readonly kind: 'way-back-over' };
