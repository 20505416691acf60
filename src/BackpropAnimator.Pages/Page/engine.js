// The network itself: BackpropAnimator's own engine as WebAssembly. Nothing here computes; numbers come and go as JSON.

/** Starts the engine from the page's own files. */
export async function startEngine({ bytesOf, addressOf }) {
  const { dotnet } = await import(addressOf('dotnet.js'));
  const runtime = await dotnet
    .withResourceLoader((type, name) => (type === 'dotnetjs' ? addressOf(name) : answerWith(bytesOf(name), name)))
    .create();
  const { BackpropAnimator: { Web: { Program: lab } } } =
    await runtime.getAssemblyExports(runtime.getConfig().mainAssemblyName);
  return {
    open: model => lab.Open(model),
    /** Changes what an object names. Gives why it cannot be, or null. */
    change: changes => lab.Change(JSON.stringify(changes)),
    reset: () => lab.Reset(),
    learn: () => lab.Learn(),
    train: epochs => JSON.parse(lab.Train(epochs)),
    numbers: () => JSON.parse(lab.Numbers()),
    /** What the first output says over a square of the input plane: rows from the top. */
    field: (low, high, count) => JSON.parse(lab.Field(low, high, count)).rows,
    updateOf: ({ layer, to, from }) => JSON.parse(lab.UpdateOf(layer, to, from)).lines,
  };
}

// As if it had been fetched.
async function answerWith(bytes, name) {
  const type = name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
  return new Response(bytes, { status: 200, headers: { 'Content-Type': type } });
}
