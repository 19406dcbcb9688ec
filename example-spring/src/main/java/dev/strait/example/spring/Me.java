package dev.strait.example.spring;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the page who has signed in. */
@RestController
class Me {

    record User(String name, boolean isEditor) {}

    @GetMapping("/me")
    User me(Authentication user) {
        boolean isEditor = user.getAuthorities().stream().anyMatch(role -> "ROLE_EDITOR".equals(role.getAuthority()));
        return new User(user.getName(), isEditor);
    }
}
