import { openDB, type DBSchema } from 'idb';

/** Who signs snapshots in this browser: a name, and keys whose secret half cannot be read out of it. */
export interface StoredSigner {
  readonly name: string;
  readonly keys: CryptoKeyPair;
}

interface KeysSchema extends DBSchema {
  signers: { key: string; value: StoredSigner };
}

const own = 'own';

// Apart from the journal: keys are no data of the school, and go into no backup of it.
function open() {
  return openDB<KeysSchema>('dinamika-keys', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('signers');
    },
  });
}

/** Who signs in this browser; null where nobody does yet. Rejects where storage is not to be had. */
export async function readSigner(): Promise<StoredSigner | null> {
  const db = await open();
  try {
    return (await db.get('signers', own)) ?? null;
  } finally {
    db.close();
  }
}

/** Lets somebody sign in this browser from now on; null forgets the keys for good. */
export async function keepSigner(signer: StoredSigner | null): Promise<void> {
  const db = await open();
  try {
    if (signer) await db.put('signers', signer, own);
    else await db.delete('signers', own);
  } finally {
    db.close();
  }
}
