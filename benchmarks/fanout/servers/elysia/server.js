// Chat on Elysia, with Bun's publish and subscribe.
import { Elysia, t } from 'elysia';

const app = new Elysia()
  .ws('/ws/chat/:room', {
    body: t.Object({ type: t.String(), text: t.String() }),
    open(member) {
      member.subscribe(member.data.params.room);
    },
    message(member, message) {
      if (message.type === 'say') {
        const said = { type: 'said', from: member.id, text: message.text, at: Date.now() };
        app.server.publish(member.data.params.room, JSON.stringify(said));
      } else {
        member.send({ type: 'echoed', text: message.text });
      }
    },
    close(member) {
      member.unsubscribe(member.data.params.room);
    },
  })
  .listen({ hostname: '127.0.0.1', port: Number(process.env.PORT) });
