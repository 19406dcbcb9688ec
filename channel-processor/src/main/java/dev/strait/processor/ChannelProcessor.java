package dev.strait.processor;

import com.google.auto.common.BasicAnnotationProcessor;
import com.google.auto.service.AutoService;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.lang.model.SourceVersion;

/**
 * Generates what runs a channel from the interfaces that carry {@code @Channel}: handler, connection, sender, emitter,
 * codec and endpoint, in the contract's own package.
 */
@AutoService(Processor.class)
public final class ChannelProcessor extends BasicAnnotationProcessor {

    @Override
    protected Iterable<? extends Step> steps() {
        return List.of(new ChannelStep(processingEnv));
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }
}
