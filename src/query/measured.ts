// Imported before the engine, in a thread of its own: gives its memory an end, and measures it. The engine itself does neither.
import { workerData } from 'node:worker_threads';
import { withMost } from './wasm.js';

interface Memory { readonly buffer: ArrayBuffer }
interface Instance { readonly exports: { readonly memory?: Memory } }
interface WebAssembly {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports?: object) => Instance;
}
const wasm = (globalThis as unknown as { readonly WebAssembly: WebAssembly }).WebAssembly;
const most = (workerData as { readonly memory: number }).memory;

let memory: Memory | undefined;
wasm.Module = class extends wasm.Module {
  constructor(bytes: Uint8Array) {
    super(withMost(bytes, most));
  }
};
wasm.Instance = class extends wasm.Instance {
  constructor(module: object, imports?: object) {
    super(module, imports);
    memory = this.exports.memory ?? memory;
  }
};

/** Bytes that the engine of this thread has taken: it gives none back. */
export const memoryUsed = (): number => memory?.buffer.byteLength ?? 0;
