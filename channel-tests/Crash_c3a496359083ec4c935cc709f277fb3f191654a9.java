import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

public class Crash_c3a496359083ec4c935cc709f277fb3f191654a9 {
    static final String base64Bytes = String.join("", "eyJ2YWxpZDBlLSBcIlwiIDkgXCJ4XCLJuCI6InNheSIsInRleFwiaFx1MDBlOTY2eFwidHlwZSI6InNheSIsInRleGJpbm52YWxpZDA6KysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKystIFwieFwiIFwiaCBcIjY2NjY2NjY2NjY2NjY2NjV4XCJ0eXBlIjoic2F5IiwidGV4KysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrNjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NisrKysrKysrLSBcInhcIiBcImggXCIwMDAwMDAwMjg3MTYwODg4eFwidHlwZVwiaCBcIjY2NjZcIlwiIDkgXCJ4XCIrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKy0gXCJ4XCIgXCJoIFwiNjY2NjY2NjY2NjY2NjY2NXhcInR5cGUiOiJzYXkiLCI2eFwidHlwZSI6InNheSIsInRleFwiLDpbJGkiOiJyIn0=");

    public static void main(String[] args) throws Throwable {
        Crash_c3a496359083ec4c935cc709f277fb3f191654a9.class.getClassLoader().setDefaultAssertionStatus(true);
        try {
            Method fuzzerInitialize = dev.strait.tests.fuzz.ReaderFuzz.class.getMethod("fuzzerInitialize");
            fuzzerInitialize.invoke(null);
        } catch (NoSuchMethodException ignored) {
            try {
                Method fuzzerInitialize = dev.strait.tests.fuzz.ReaderFuzz.class.getMethod("fuzzerInitialize", String[].class);
                fuzzerInitialize.invoke(null, (Object) args);
            } catch (NoSuchMethodException ignored1) {
            } catch (IllegalAccessException | InvocationTargetException e) {
                e.printStackTrace();
                System.exit(1);
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
        byte[] input = java.util.Base64.getDecoder().decode(base64Bytes);
        dev.strait.tests.fuzz.ReaderFuzz.fuzzerTestOneInput(input);
    }
}