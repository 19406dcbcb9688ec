package dev.strait.processor.parse;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.squareup.javapoet.ClassName;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.NearestName;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.DirectionModel;
import dev.strait.processor.model.PathModel;
import dev.strait.processor.model.RoomModel;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Parses a contract. Reports all of its problems, not only the first one. */
public final class ChannelParser {

    /** The annotation of contracts. */
    public static final String CHANNEL = "dev.strait.Channel";

    private static final String RUNTIME = "dev.strait.runtime.spi.ChannelEndpoint";
    private static final String JAKARTA = "jakarta.websocket.Endpoint";
    private static final String TEST_KIT = "dev.strait.test.TestKit";
    private static final String CLIENT = "dev.strait.client.ChannelClient";

    /** Replaces an invalid path, so that no rule about paths reports more errors. */
    private static final PathModel NO_PATH = new PathModel("/", List.of());

    private final Diagnostics diagnostics;
    private final Elements elements;
    private final Sources sources;

    public ChannelParser(Diagnostics diagnostics, Elements elements, Sources sources) {
        this.diagnostics = diagnostics;
        this.elements = elements;
        this.sources = sources;
    }

    /** Returns whether a type is an interface with {@code @Channel}. */
    public static boolean isContract(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE
                && Mirrors.find(type, CHANNEL).isPresent();
    }

    /**
     * Returns the contract; empty if the element is not a valid interface. Whatever is invalid is missing from the
     * model, so that the rest can still be checked. The model may be used for generation only if there are no errors.
     */
    public Optional<ChannelModel> parse(Element element) {
        Optional<AnnotationMirror> channel = Mirrors.find(element, CHANNEL);
        if (channel.isEmpty() || !isValid(element)) {
            return Optional.empty();
        }
        TypeElement contract = MoreElements.asType(element);
        Registry registry = new Registry(diagnostics, contract, sources);
        UnionParser unions = new UnionParser(registry);
        RecordParser records = new RecordParser(elements, sources, registry, unions);
        DirectionParser directions = new DirectionParser(elements, registry, unions, records);

        Optional<PathModel> path = new PathParser(diagnostics).parse(contract, channel.get());
        boolean hasRooms = (Boolean) Mirrors.value(channel.get(), "rooms").getValue();
        Optional<TypeElement> roomType = hasRooms ? type(contract, channel.get(), "room", "Room") : Optional.empty();
        Optional<RoomModel> room = roomType.flatMap(type -> new RoomParser(registry, records).parse(type, contract));
        Optional<TypeElement> toServerType = type(contract, channel.get(), "toServer", "ToServer");
        Optional<TypeElement> toClientType = type(contract, channel.get(), "toClient", "ToClient");
        Optional<DirectionModel> toServer = toServerType.flatMap(type -> directions.parse(type, contract));
        Optional<DirectionModel> toClient = toClientType.flatMap(type -> directions.parse(type, contract));
        records.parsePending(); // the answers to asks
        if (toServerType.isEmpty() && toClientType.isEmpty()) {
            diagnostics.error(
                    Problem.CHANNEL_EMPTY,
                    contract,
                    contract.getSimpleName(),
                    suggestion(contract, List.of("ToServer", "ToClient")) + "Nest \"sealed interface ToServer {}\" or "
                            + "\"sealed interface ToClient {}\" in it, and records that implement them.");
        }
        Discriminators.check(contract, diagnostics);
        unions.checkGroups(contract);
        new Policies(diagnostics).check(contract, toServer, toClient);
        checkMethods(contract);
        if (!hasRooms) {
            new ChannelsWithoutRooms(diagnostics, registry).check(contract, channel.get(), path);
        }
        boolean isRoomMissing = path.isPresent() && !path.get().variables().isEmpty() && roomType.isEmpty();
        if (isRoomMissing && hasRooms) {
            diagnostics.error(
                    Problem.PATH_NEEDS_ROOM,
                    contract,
                    path.get().variables().get(0),
                    contract.getSimpleName(),
                    suggestion(contract, List.of("Room")));
        } else {
            new UnusedRecords(diagnostics, registry).warn(contract);
        }
        boolean isPathValid = path.isPresent() && room.isPresent() == roomType.isPresent() && !isRoomMissing;
        return Optional.of(new ChannelModel(
                contract,
                ClassName.get(contract),
                isPublic(contract),
                doc(contract, channel.get()),
                isPathValid ? path.get() : NO_PATH,
                hasRooms,
                room,
                toServer,
                toClient,
                (Boolean) Mirrors.value(channel.get(), "strict").getValue(),
                registry.allRecords(),
                registry.allUnions(),
                registry.allEnums(),
                registry.isComplete(),
                hasEndpoint(contract),
                hasClient(contract),
                isVisible(TEST_KIT, contract)));
    }

    /** Clients do not need the API, but a server without an endpoint would not know why. */
    private boolean hasEndpoint(TypeElement contract) {
        boolean isAvailable = isVisible(JAKARTA, contract);
        if (!isAvailable && !hasClient(contract)) {
            diagnostics.warn(Problem.ENDPOINT_LEFT_OUT, contract, contract.getSimpleName());
        } else if (!isAvailable) { // perhaps on purpose: a client needs none
            diagnostics.note(
                    "[strait] No endpoint is generated for " + contract.getSimpleName()
                            + ", because the Jakarta WebSocket API is not on the class path.",
                    contract);
        }
        return isAvailable;
    }

    private boolean hasClient(TypeElement contract) {
        return isVisible(CLIENT, contract);
    }

    /** A module that does not require another one cannot use its types, even if they are there. */
    private boolean isVisible(String type, TypeElement contract) {
        ModuleElement module = elements.getModuleOf(contract);
        return (module == null ? elements.getTypeElement(type) : elements.getTypeElement(module, type)) != null;
    }

    /** Finds a nested type whose name is almost one of those that have a meaning. */
    private static String suggestion(TypeElement contract, List<String> names) {
        for (TypeElement type : ElementFilter.typesIn(contract.getEnclosedElements())) {
            Optional<String> name = NearestName.of(type.getSimpleName().toString(), names);
            if (name.isPresent()) {
                return "Did you mean " + name.get() + " instead of " + type.getSimpleName() + "? ";
            }
        }
        return "";
    }

    /** Static methods may be of use to the application; others suggest that calls are messages. */
    private void checkMethods(TypeElement contract) {
        for (ExecutableElement method : ElementFilter.methodsIn(contract.getEnclosedElements())) {
            boolean isAbstract = method.getModifiers().contains(Modifier.ABSTRACT);
            if (isAbstract || method.isDefault()) {
                diagnostics.warn(Problem.METHOD_IGNORED, method, method.getSimpleName());
            }
        }
    }

    private boolean isValid(Element contract) {
        if (contract.getKind() != ElementKind.INTERFACE) {
            diagnostics.error(Problem.CHANNEL_NOT_INTERFACE, contract, contract.getSimpleName());
            return false;
        }
        TypeElement type = MoreElements.asType(contract);
        if (!Mirrors.isAccessible(type, MoreElements.getPackage(type))) {
            diagnostics.error(Problem.CHANNEL_INACCESSIBLE, contract, contract.getSimpleName());
            return false;
        }
        if (!type.getTypeParameters().isEmpty()) {
            diagnostics.error(Problem.CHANNEL_GENERIC, contract, contract.getSimpleName());
            return false;
        }
        if (!type.getInterfaces().isEmpty()) {
            diagnostics.error(Problem.CHANNEL_EXTENDS, contract, contract.getSimpleName());
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
        return description.isEmpty() ? Mirrors.doc(elements, contract) : Mirrors.forComment(description);
    }

    private static boolean isPublic(TypeElement contract) {
        for (Element at = contract; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the type that an attribute of the annotation names, or else the nested type of the default name. */
    private Optional<TypeElement> type(
            TypeElement contract, AnnotationMirror channel, String attribute, String defaultName) {
        Object explicit = Mirrors.value(channel, attribute).getValue();
        Optional<TypeElement> nested = ElementFilter.typesIn(contract.getEnclosedElements()).stream()
                .filter(type -> type.getSimpleName().contentEquals(defaultName))
                .findFirst();
        if (!(explicit instanceof DeclaredType type) || type.getKind() != TypeKind.DECLARED) {
            return nested;
        }
        TypeElement named = MoreTypes.asTypeElement(type);
        if (nested.isPresent() && !nested.get().equals(named)) {
            diagnostics.error(Problem.DIRECTION_UNUSED, nested.get(), defaultName, attribute, named.getSimpleName());
        }
        return Optional.of(named);
    }
}
