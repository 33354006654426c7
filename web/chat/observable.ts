/** The part of rxjs 5 that Direct Line's client hands out. */
export type Observable<Value> = {
  subscribe(observer: { next?(value: Value): void; error?(error: unknown): void; complete?(): void }): {
    unsubscribe(): void;
  };
};
