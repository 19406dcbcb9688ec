package dev.strait.processor.parse;

import com.google.auto.common.MoreElements;
import com.squareup.javapoet.ClassName;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.DirectionModel;
import dev.strait.processor.model.PathModel;
import dev.strait.processor.model.RoomModel;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads one contract. All of its mistakes are told before it gives up. */
public final class ChannelParser {

    /** The annotation that makes a contract. */
    public static final String CHANNEL = "dev.strait.Channel";

    private static final String RUNTIME = "dev.strait.runtime.spi.ChannelEndpoint";
    private static final String JAKARTA = "jakarta.websocket.Endpoint";

    private final Diagnostics diagnostics;
    private final Elements elements;

    public ChannelParser(Diagnostics diagnostics, Elements elements) {
        this.diagnostics = diagnostics;
        this.elements = elements;
    }

    /** The contract; empty where the shape of it was refused. Smaller mistakes are in the diagnostics. */
    public Optional<ChannelModel> parse(Element element) {
        Optional<AnnotationMirror> channel = Mirrors.find(element, CHANNEL);
        if (channel.isEmpty() || !isFit(element)) {
            return Optional.empty();
        }
        TypeElement contract = MoreElements.asType(element);
        RecordParser records = new RecordParser(diagnostics, elements, contract);
        DirectionParser directions = new DirectionParser(diagnostics, elements, records);

        Optional<PathModel> path = new PathParser(diagnostics).parse(contract, channel.get());
        Optional<RoomModel> room = nested(contract, "Room").flatMap(new RoomParser(diagnostics, records)::parse);
        Optional<DirectionModel> toServer = nested(contract, "ToServer").flatMap(directions::parse);
        Optional<DirectionModel> toClient = nested(contract, "ToClient").flatMap(directions::parse);
        if (nested(contract, "ToServer").isEmpty()
                && nested(contract, "ToClient").isEmpty()) {
            diagnostics.error(Problem.CHANNEL_EMPTY, contract, contract.getSimpleName());
        }
        if (path.isEmpty() || !diagnostics.isClean()) {
            return Optional.empty();
        }
        return Optional.of(new ChannelModel(
                contract,
                ClassName.get(contract),
                isPublic(contract),
                doc(contract, channel.get()),
                path.get(),
                room,
                toServer,
                toClient,
                records.all(),
                elements.getTypeElement(JAKARTA) != null));
    }

    private boolean isFit(Element contract) {
        if (contract.getKind() != ElementKind.INTERFACE) {
            diagnostics.error(Problem.CHANNEL_NOT_INTERFACE, contract, contract.getSimpleName());
            return false;
        }
        TypeElement type = MoreElements.asType(contract);
        if (!Mirrors.isReachable(type)) {
            diagnostics.error(Problem.CHANNEL_HIDDEN, contract, contract.getSimpleName());
            return false;
        }
        if (!type.getTypeParameters().isEmpty()) {
            diagnostics.error(Problem.CHANNEL_GENERIC, contract, contract.getSimpleName());
            return false;
        }
        if (elements.getTypeElement(RUNTIME) == null) {
            diagnostics.error(Problem.RUNTIME_MISSING, contract, contract.getSimpleName());
            return false;
        }
        return true;
    }

    private String doc(TypeElement contract, AnnotationMirror channel) {
        String description = Mirrors.string(channel, "description");
        return description.isEmpty() ? Mirrors.doc(elements, contract) : description;
    }

    private static boolean isPublic(TypeElement contract) {
        for (Element at = contract; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<TypeElement> nested(TypeElement contract, String name) {
        return ElementFilter.typesIn(contract.getEnclosedElements()).stream()
                .filter(type -> type.getSimpleName().contentEquals(name))
                .findFirst();
    }
}
