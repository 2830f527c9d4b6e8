// Runs the module away from the page. After a panic the instance is thrown away and made anew from the same module.
"use strict";
let compiled = null;
let instance = null;

const bytesOf = (text) => new TextEncoder().encode(text);

async function unpack(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

async function load({ base64, url }) {
  const bytes = base64 ? await unpack(base64) : await (await fetch(url)).arrayBuffer();
  compiled = await WebAssembly.compile(bytes);
}

// Some libraries under the readers ask for clocks and random numbers of a page. Nothing that is called here uses them.
function imports() {
  const all = {};
  for (const { module, name } of WebAssembly.Module.imports(compiled)) {
    (all[module] ??= {})[name] = () => { throw new Error(`${name} is not to be had`); };
  }
  return all;
}

async function call(name, argument, ...parts) {
  instance ??= await WebAssembly.instantiate(compiled, imports());
  const { memory, room, answer, [name]: run } = instance.exports;
  if (parts.length > 0) {
    let at = room(parts.reduce((sum, part) => sum + part.length, 0));
    for (const part of parts) {
      new Uint8Array(memory.buffer, at, part.length).set(part);
      at += part.length;
    }
  }
  const length = argument === undefined ? run() : run(argument);
  return new TextDecoder().decode(new Uint8Array(memory.buffer, answer(), length));
}

const forms = { json: 0, csv: 1, figures: 2 };

async function work(task) {
  switch (task.kind) {
    case "load": await load(task); return {};
    case "analyze": return JSON.parse(await call("analyze", undefined, bytesOf(JSON.stringify(task.draft))));
    case "open": {
      const name = bytesOf(task.name);
      return JSON.parse(await call("open", name.length, name, new Uint8Array(task.bytes)));
    }
    default: return { text: await call("export", forms[task.kind]) };
  }
}

// One after the other: the module has one buffer for requests.
let queue = Promise.resolve();
onmessage = ({ data }) => {
  queue = queue.then(async () => {
    try {
      postMessage({ number: data.number, result: await work(data) });
    } catch (error) {
      instance = null;
      postMessage({ number: data.number, result: { error: `the program stopped on this text (${error.message})` } });
    }
  });
};
