package dev.strait.benchmarks.peers;

import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.SendTo;
import org.springframework.stereotype.Controller;

@Controller
class StompController {

    @MessageMapping("/say/{room}")
    @SendTo("/topic/{room}")
    Messages.Said say(
            Messages.Incoming message,
            @DestinationVariable("room") String room,
            @Header("simpSessionId") String session) {
        return new Messages.Said(session, message.text());
    }
}
