// Chat on Bun, with its built-in publish and subscribe.
let lastId = 0;

const server = Bun.serve({
  hostname: '127.0.0.1',
  port: Number(process.env.PORT),
  fetch(request, server) {
    const path = new URL(request.url).pathname;
    const data = { id: `c${++lastId}`, room: path.slice(path.lastIndexOf('/') + 1) };
    return server.upgrade(request, { data }) ? undefined : new Response('no upgrade', { status: 400 });
  },
  websocket: {
    open(member) {
      member.subscribe(member.data.room);
    },
    message(member, text) {
      const message = JSON.parse(text);
      if (message.type === 'say') {
        const said = { type: 'said', from: member.data.id, text: message.text, at: Date.now() };
        server.publish(member.data.room, JSON.stringify(said));
      } else {
        member.send(JSON.stringify({ type: 'echoed', text: message.text }));
      }
    },
    close(member) {
      member.unsubscribe(member.data.room);
    },
  },
});
