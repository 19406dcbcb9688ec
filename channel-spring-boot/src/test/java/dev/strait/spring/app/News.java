package dev.strait.spring.app;

import jakarta.servlet.http.HttpSession;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A controller that emits. */
@RestController
class News {

    private final ChatEmitter chat;

    News(ChatEmitter chat) {
        this.chat = chat;
    }

    @PostMapping("/end-session")
    void endSession(HttpSession session) {
        session.invalidate();
    }

    @PostMapping("/news")
    int publish(@RequestParam("room") String room, @RequestParam("text") String text) {
        return chat.room(room).said("news", text).queued();
    }
}
