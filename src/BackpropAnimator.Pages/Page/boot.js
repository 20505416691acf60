'use strict';
// Unpacks what the page brought along and starts its scripts. It is no module, so that it runs from a file too, where browsers load none.
(async () => {
  const text = globalThis.backpropRuntime ?? document.getElementById('runtime').textContent;
  const packed = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());

  // The length of the header, the header, the files.
  const length = new DataView(bytes.buffer).getUint32(0, true);
  const files = new Map();
  let at = 4 + length;
  for (const [name, size] of JSON.parse(new TextDecoder().decode(bytes.subarray(4, at)))) {
    files.set(name, bytes.subarray(at, at + size));
    at += size;
  }

  // A module has an address only once those that it imports have theirs.
  const addresses = new Map();
  const addressOf = name => {
    if (!addresses.has(name)) {
      const source = new TextDecoder().decode(files.get(name));
      const linked = source.replace(/ from '\.\/([\w-]+\.js)'/g, (_, other) => ` from '${addressOf(other)}'`)
        // The runtime forms addresses of files from its own, which a blob's is no base for. What it asks for by them, engine.js hands it.
        .replaceAll('import.meta.url', "'https://engine.invalid/'");
      addresses.set(name, URL.createObjectURL(new Blob([linked], { type: 'text/javascript' })));
    }
    return addresses.get(name);
  };
  const { start } = await import(addressOf('main.js'));
  await start({ bytesOf: name => files.get(name), addressOf });
})();
