package import Registers

/// All figures of the registers, by their names.
package struct Figures: Sendable {
    /// A figure with the register that declares it.
    package struct Declared: Sendable {
        /// What is counted.
        package let figure: FigureDefinition
        /// Of which register.
        package let register: Definition
    }

    /// Register by register, in the order in which each declares them.
    package let all: [Declared]
    private let byName: [String: Int]

    /// Those that the registers declare.
    package init(of definitions: Definitions) {
        all = definitions.all.flatMap { register in register.figures.map { Declared(figure: $0, register: register) } }
        byName = Dictionary(
            all.enumerated().map { ($0.element.figure.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The figure of a name.
    package subscript(name: String) -> Declared? { byName[name].map { all[$0] } }
}
