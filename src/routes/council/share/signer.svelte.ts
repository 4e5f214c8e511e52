import { keepSigner, readSigner } from '#lib/journal/signing-keys.ts';
import { createSigner, type Signer } from '#lib/snapshot/seal/signer.ts';

/** Who signs in this browser. */
export interface Signing {
  readonly signer: Signer | null;
  /** Whether the browser could give or keep no keys. */
  readonly isRefused: boolean;
  make(name: string): Promise<void>;
  forget(): Promise<void>;
}

/** Reads who signs in this browser; made while a component initialises. */
export function signerOfBrowser(): Signing {
  let signer = $state.raw<Signer | null>(null);
  let isRefused = $state(false);
  const attempt = async (work: () => Promise<Signer | null>): Promise<void> => {
    try {
      signer = await work();
      isRefused = false;
    } catch {
      isRefused = true;
    }
  };
  void attempt(readSigner);
  return {
    get signer() {
      return signer;
    },
    get isRefused() {
      return isRefused;
    },
    make: (name) =>
      attempt(async () => {
        const made = await createSigner(name);
        await keepSigner(made);
        return made;
      }),
    forget: () =>
      attempt(async () => {
        await keepSigner(null);
        return null;
      }),
  };
}
