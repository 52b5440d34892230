using System.Text.Json;
using System.Text.Json.Serialization;
using Punie.Lab.Datasets;

namespace Punie.Lab.Recipes;

/// <summary>A training run of the router as data.</summary>
/// <param name="Kind">Always <c>router</c>.</param>
/// <param name="Name">Names the run's folder.</param>
/// <param name="Seed">Decides weights, examples and their order.</param>
/// <param name="Data">Wordings and how they are varied.</param>
/// <param name="VocabularySize">Tokens for text and markers; the lines of the programs come on top.</param>
/// <param name="Model">The decoder's shape.</param>
/// <param name="Phases">The schedule; each phase goes on with the weights of the one before.</param>
/// <param name="Suites">Suites that the result is measured with; their wording is kept out of the data.</param>
/// <param name="Output">Folder of the finished model, in Hugging Face's layout.</param>
public sealed record RouterRecipe(
    string Kind,
    string Name,
    int Seed,
    RouterDataOptions Data,
    int VocabularySize,
    RouterShape Model,
    IReadOnlyList<RouterPhase> Phases,
    IReadOnlyList<string> Suites,
    string Output)
{
    /// <summary>Reads a recipe.</summary>
    /// <exception cref="DatasetException">It is not one; the message says what is wrong.</exception>
    public static RouterRecipe Parse(string json, string name)
    {
        try
        {
            var recipe = JsonSerializer.Deserialize(json, RecipeJson.Default.RouterRecipe);
            return recipe?.Kind == "router"
                ? recipe
                : throw new DatasetException($"{name}: \"kind\" is '{recipe?.Kind}'; only 'router' recipes are known.");
        }
        catch (JsonException e)
        {
            throw new DatasetException($"{name} is not a recipe: {e.Message}");
        }
    }

    /// <summary>Writes the recipe with every value, as it is saved beside its results.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RecipeJson.Default.RouterRecipe) + "\n";
}

/// <summary>Shape of the router's decoder.</summary>
/// <param name="Width">Width of the residual stream.</param>
/// <param name="Layers">Number of blocks.</param>
/// <param name="Heads">Query heads.</param>
/// <param name="KeyHeads">Key and value heads.</param>
/// <param name="HeadSize">Width of one head.</param>
/// <param name="FeedForward">Width of the feed-forward block.</param>
/// <param name="Positions">Longest sequence in tokens.</param>
public sealed record RouterShape(
    int Width, int Layers, int Heads, int KeyHeads, int HeadSize, int FeedForward, int Positions);

/// <summary>
/// How long, how fast and from how varied prompts the router learns; the learning rate falls to near zero at its end.
/// </summary>
/// <param name="Steps">Weight updates.</param>
/// <param name="BatchTokens">Tokens of an update.</param>
/// <param name="LearningRate">Highest learning rate.</param>
/// <param name="WarmupSteps">Updates until it is reached.</param>
/// <param name="WeightDecay">Decoupled weight decay.</param>
/// <param name="Examples">Number of different examples that are drawn from.</param>
/// <param name="Workers">Threads with gradients of their own; part of the result's identity.</param>
/// <param name="Noise">How often prompts are varied.</param>
public sealed record RouterPhase(
    int Steps,
    int BatchTokens,
    double LearningRate,
    int WarmupSteps,
    double WeightDecay,
    int Examples,
    int Workers,
    NoiseShares Noise);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(RouterRecipe))]
internal sealed partial class RecipeJson : JsonSerializerContext;
