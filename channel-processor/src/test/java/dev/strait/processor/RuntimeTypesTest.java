package dev.strait.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.javapoet.ClassName;
import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

/** The class names that the processor writes exist in the runtime. */
class RuntimeTypesTest {

    @Test
    void everyNameIsAnExistingClass() throws ReflectiveOperationException {
        Class<?> types = Class.forName("dev.strait.processor.emit.RuntimeTypes");
        int names = 0;
        for (Field field : types.getDeclaredFields()) {
            if (field.getType() == ClassName.class) {
                field.setAccessible(true);
                assertThat(Class.forName(((ClassName) field.get(null)).reflectionName()))
                        .isNotNull();
                names++;
            }
        }
        assertThat(names).isGreaterThan(20);
    }
}
