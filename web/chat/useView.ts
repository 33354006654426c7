import { useEffect, useState } from 'preact/hooks';

type Viewed<View> = { subscribe(listener: () => void): () => void; view(): View };

/** What something shows now, looked at again whenever it says that it has changed. */
export function useView<View>(viewed: Viewed<View>): View {
  const [, render] = useState<View>();
  useEffect(() => {
    const look = () => render(() => viewed.view());
    look();
    return viewed.subscribe(look);
  }, [viewed]);
  return viewed.view();
}
